package org.provgate.core.rule.integrity;

import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Against the name it is a warning, against a declared media type an error.
public final class FileTypeMismatch implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-type-mismatch"),
            "0.1",
            Severity.WARNING,
            "A file is not of the kind that its name or the manifest says",
            "A reader that trusts the name looks for rows where there are none, and finds none of what is there.",
            "Rename the file, or correct its media type.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        mediaType: application/vnd.apache.parquet
                        sources: [writers]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return Stream.concat(Covered.files(file).flatMap(FileTypeMismatch::declared), named(file));
    }

    private static Stream<Breach> declared(Covered covered) {
        ObjectFacts object = covered.object();
        Field<String> type = covered.entry().mediaType();
        return type
                .value()
                .filter(declared -> !MediaTypes.agree(declared, object.mediaType()))
                .map(declared -> Breach.of(
                                Subject.file(object.path()),
                                type.at(),
                                "%s is %s; the manifest says %s".formatted(object.path(), object.mediaType(), declared))
                        .usually(Severity.ERROR))
                .stream();
    }

    private static Stream<Breach> named(CaseFile file) {
        return file.contents()
                .flatMap(object -> object.concerns().stream()
                        .filter(concern -> concern.kind() == Concern.Kind.TYPE_DIFFERS)
                        .map(concern -> Breach.of(
                                Subject.file(object.path()),
                                Place.line(object.path(), concern.line()),
                                "%s: %s".formatted(object.path(), concern.detail()))));
    }
}
