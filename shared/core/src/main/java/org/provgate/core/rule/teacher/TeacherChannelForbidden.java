package org.provgate.core.rule.teacher;

import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

public final class TeacherChannelForbidden implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-channel-forbidden"),
            "0.1",
            Severity.ERROR,
            "A teacher cannot have been reached as the manifest says",
            "Weights that nobody was given are either not these or not rightly had, and other terms hold than those claimed.",
            "State how the model was really reached, or which model it really was.",
            TeacherExamples.of("""
                    provider: OpenAI
                    model: gpt-4o-2024-08-06
                    uses: [generated]
                    generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                    accessChannel: self-hosted
                    terms: { name: Terms, version: "1" }
                    """),
            TeacherExamples.OPEN_WEIGHTS);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.teachers().stream()
                .filter(teacher -> !Permissions.granted(teacher, file))
                .filter(teacher -> teacher.teacher()
                        .accessChannel()
                        .value()
                        .filter(channel -> channel == AccessChannel.SELF_HOSTED)
                        .isPresent())
                .filter(teacher -> !teacher.resolution().families().isEmpty())
                .filter(teacher -> teacher.resolution().families().stream()
                        .allMatch(family -> family.weights().equals("closed")))
                .map(TeacherChannelForbidden::breach);
    }

    private static Breach breach(TeacherCase teacher) {
        Breach breach = Breach.of(
                teacher.teacher().subject(),
                teacher.teacher().accessChannel().at(),
                "%s is said to be self-hosted, but its weights were never given out"
                        .formatted(Phrases.plain(teacher.declared())));
        return teacher.resolution().families().stream().allMatch(ModelFamily::verified)
                ? breach
                : breach.atMost(Severity.WARNING);
    }
}
