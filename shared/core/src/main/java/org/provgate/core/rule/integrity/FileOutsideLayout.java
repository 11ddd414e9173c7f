package org.provgate.core.rule.integrity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.SubmissionFacts.Identity;

public final class FileOutsideLayout implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("file-outside-layout"),
            "0.1",
            Severity.ERROR,
            "A file lies where no manifest can name it",
            "What cannot be named cannot be declared, and a strange key can end up elsewhere on the disk of a reader.",
            "Rename the file: parts with slashes between them, none of them empty, . or .., and no backslash or wildcard.",
            Example.with(
                    "",
                    Map.of(
                            Example.BASE_FILE,
                            Example.BASE_TEXT,
                            "data/what?.jsonl",
                            "{\"question\": \"Which key is this?\"}\n")),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        if (file.facts().identity() instanceof Identity.Stray) {
            return file.facts().objects().keySet().stream()
                    .map(path -> Breach.of(
                                    Subject.file(path),
                                    Place.startOf(path),
                                    "%s lies outside every submission".formatted(Phrases.quoted(path)))
                            .remedy("Upload it below CONTRIBUTOR/DATASET/REVISION/, with a manifest beside it."));
        }
        Set<String> undeclared = Set.copyOf(file.lineage().undeclared());
        return file.facts().objects().keySet().stream()
                .flatMap(path -> (undeclared.contains(path) ? Keys.unnameable(path) : Keys.hazard(path))
                                .map(why -> Breach.of(
                                        Subject.file(path),
                                        Place.startOf(path),
                                        "%s cannot be named in a manifest: %s".formatted(Phrases.quoted(path), why)))
                                .stream());
    }
}
