package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class FileSizeMismatch implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-size-mismatch"),
            "0.1",
            Severity.ERROR,
            "A file has another size than the manifest says",
            "Something was cut off or added after the manifest was written.",
            "Upload the file that was meant, or correct the number of bytes.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        bytes: 7
                        sources: [writers]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return Covered.files(file).flatMap(FileSizeMismatch::breach);
    }

    private static Stream<Breach> breach(Covered covered) {
        ObjectFacts object = covered.object();
        Field<Long> bytes = covered.entry().bytes();
        return bytes
                .value()
                .filter(declared -> covered.byPath() && declared != object.bytes())
                .map(declared -> Breach.of(
                                Subject.file(object.path()),
                                bytes.at(),
                                "%s has %,d bytes; the manifest says %,d"
                                        .formatted(object.path(), object.bytes(), declared))
                        .fix(List.of(new Fix.Replace(bytes.at().pointer(), new JsonValue.Whole(object.bytes())))))
                .stream();
    }
}
