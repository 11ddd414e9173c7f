package org.provgate.core.rule.integrity;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Concern;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

public final class FileExpandsTooFar implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-expands-too-far"),
            "0.1",
            Severity.ERROR,
            "A file unpacks to more than the gate allows",
            "A small file that unpacks without end stops every reader who trusts its size.",
            "Store the content in several files, or uncompressed.",
            Example.with("""
                            files:
                              - path: data/empty-lines.jsonl.gz
                                sha256: SHA256(data/empty-lines.jsonl.gz)
                                sources: [writers]
                            """, Map.of("data/empty-lines.jsonl.gz", "GZIP(80000000)")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.contents()
                .flatMap(object -> object.concerns().stream()
                        .filter(concern -> concern.kind() == Concern.Kind.EXPANDS_TOO_FAR)
                        .map(concern -> Breach.of(
                                Subject.file(object.path()),
                                Place.line(object.path(), concern.line()),
                                "%s: %s".formatted(object.path(), concern.detail()))));
    }
}
