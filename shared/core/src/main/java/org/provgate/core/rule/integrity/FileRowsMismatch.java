package org.provgate.core.rule.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
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

/// A file whose rows cannot be counted is the business of the rules about what was not inspected.
public final class FileRowsMismatch implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-rows-mismatch"),
            "0.1",
            Severity.ERROR,
            "A file has another number of rows than the manifest says",
            "Rows that nobody counted are rows that nobody declared.",
            "Upload the file that was meant, or correct the number of rows.",
            Example.with("""
                    files:
                      - path: data/train.jsonl
                        sha256: SHA256(data/train.jsonl)
                        rows: 7
                        sources: [writers]
                    """),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return Covered.files(file).flatMap(FileRowsMismatch::breach);
    }

    private static Stream<Breach> breach(Covered covered) {
        ObjectFacts object = covered.object();
        Field<Long> rows = covered.entry().rows();
        if (!covered.byPath() || !(object.rows() instanceof Rows.Counted(long count))) {
            return Stream.empty();
        }
        return rows
                .value()
                .filter(declared -> declared != count)
                .map(declared -> Breach.of(
                                Subject.file(object.path()),
                                rows.at(),
                                "%s has %,d rows; the manifest says %,d".formatted(object.path(), count, declared))
                        .fix(List.of(new Fix.Replace(rows.at().pointer(), new JsonValue.Whole(count)))))
                .stream();
    }
}
