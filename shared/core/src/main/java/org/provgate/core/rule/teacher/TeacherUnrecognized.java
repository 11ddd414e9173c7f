package org.provgate.core.rule.teacher;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.registry.Resolution;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// A near name is offered and never applied: one letter can be another model under other terms.
public final class TeacherUnrecognized implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-unrecognized"),
            "0.1",
            Severity.ERROR,
            "A teacher model is not in the registry",
            "Nobody can say what the terms of an unknown model allow.",
            "Write the id as the provider writes it, or ask the operator to add the model to the registry.",
            TeacherExamples.of("""
                    provider: Example Labs
                    model: wordsmith-9000-colossal
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: self-hosted
                    terms: { name: Apache License 2.0, version: "2.0", license: Apache-2.0 }
                    """),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> !Permissions.byPolicy(teacher, file))
                .flatMap(TeacherUnrecognized::unrecognized);
    }

    private static Stream<Breach> unrecognized(TeacherCase teacher) {
        return teacher.resolution() instanceof Resolution.Unrecognized(List<String> nearest)
                ? teacher.teacher().model().value().stream().map(model -> breach(teacher, model, nearest))
                : Stream.empty();
    }

    private static Breach breach(TeacherCase teacher, String model, List<String> nearest) {
        Breach breach = Breach.of(
                teacher.teacher().subject(),
                teacher.teacher().model().at(),
                "The registry knows no model %s".formatted(Phrases.quoted(model)));
        return nearest.isEmpty()
                ? breach
                : breach.remedy("Write the id as the provider writes it; known names that come near: %s."
                        .formatted(Phrases.listed(nearest)));
    }
}
