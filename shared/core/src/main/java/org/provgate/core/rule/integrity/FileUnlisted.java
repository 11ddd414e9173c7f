package org.provgate.core.rule.integrity;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;

/// Keys that no entry could name are [FileOutsideLayout]'s business.
public final class FileUnlisted implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-unlisted"),
            "0.1",
            Severity.ERROR,
            "A stored file is not in the manifest's list of files",
            "Rows that no entry covers have no declared origin, and would be read all the same.",
            "Add an entry for the file with its digest, sources and teachers, or remove the file.",
            Example.with(
                    "",
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "data/extra.jsonl",
                            "{\"question\": \"When is slack water?\", \"answer\": \"Between the tides.\"}\n")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.lineage().undeclared().stream()
                .filter(path -> Keys.unnameable(path).isEmpty())
                .map(path -> Breach.of(
                        Subject.file(path),
                        Place.startOf(path),
                        "%s is in the submission, but no entry of the manifest covers it".formatted(path)));
    }
}
