package org.provgate.core.rule.teacher;

import java.util.Map;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Evidence;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// Conclusive signs contradict a declaration; those are [TeacherUndeclared]'s business.
public final class TeacherUnconfirmed implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-unconfirmed"),
            "0.1",
            Severity.WARNING,
            "The rows speak for another model than the one that is declared",
            "Perhaps only the wrong name stands in the manifest; but the terms go by the name.",
            "Check which model wrote the rows, and correct the declaration.",
            TeacherExamples.OPEN_WEIGHTS.holding(Map.of(Example.BASE_FILE, """
                            {"model": "claude-3-opus-20240229", "answer": "At the north quay."}
                            {"model": "claude-3-opus-20240229", "answer": "At the mole."}
                            """)),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().isEmpty()
                ? Stream.empty()
                : file.contents()
                        .flatMap(object -> Contradiction.in(object, file)
                                .filter(Contradiction::leavesDoubt)
                                .map(contradiction -> breach(contradiction, file)));
    }

    private static Breach breach(Contradiction contradiction, CaseFile file) {
        String path = contradiction.object().path();
        Evidence first = contradiction.testimony().first();
        return Breach.of(
                        Subject.file(path),
                        Place.line(path, first.firstLine()),
                        "%s, %s: %s, and nothing in it speaks for %s, which the manifest declares"
                                .formatted(
                                        path,
                                        first.where(),
                                        contradiction.says(file.registry()),
                                        Phrases.listed(contradiction.declared().stream()
                                                .map(TeacherCase::declared)
                                                .distinct()
                                                .sorted()
                                                .toList())))
                .evidence(contradiction.testimony().signs());
    }
}
