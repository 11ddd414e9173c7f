package org.provgate.core.rule.teacher;

import java.util.List;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Resolution;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

public final class TeacherVersionAmbiguous implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-version-ambiguous"),
            "0.1",
            Severity.ERROR,
            "A teacher's name does not say which version it is, and the versions differ in terms",
            "Until the version is named, the strictest terms of all that it may be apply.",
            "Write the id of the version, as the provider writes it.",
            TeacherExamples.of("""
                    provider: Google
                    model: Gemma
                    uses: [generated]
                    generationPeriod: { start: 2026-04-10, end: 2026-04-20 }
                    accessChannel: self-hosted
                    terms: { name: Terms, version: "1" }
                    """),
            TeacherExamples.of("""
                    provider: Google
                    model: gemma-2-9b-it
                    uses: [generated]
                    generationPeriod: { start: 2026-04-10, end: 2026-04-20 }
                    accessChannel: self-hosted
                    terms: { name: Terms, version: "1" }
                    """));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> !Permissions.byPolicy(teacher, file))
                .flatMap(TeacherVersionAmbiguous::ambiguous);
    }

    private static Stream<Breach> ambiguous(TeacherCase teacher) {
        return teacher.resolution() instanceof Resolution.Ambiguous(List<ModelFamily> candidates)
                ? Stream.of(Breach.of(
                        teacher.teacher().subject(),
                        teacher.teacher().model().at(),
                        "%s may be %s, whose terms differ; the strictest apply (%s)"
                                .formatted(
                                        Phrases.quoted(teacher.declared()),
                                        Phrases.listed(candidates.stream()
                                                .map(ModelFamily::id)
                                                .toList()),
                                        teacher.terms().category().word())))
                : Stream.empty();
    }
}
