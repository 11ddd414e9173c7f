package org.provgate.core.rule.teacher;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.manifest.Use;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// Without a model there is no teacher to judge, whatever the policy asks for. The native format asks for `terms` too;
/// that they are unknown is an answer.
public final class TeacherFieldsMissing implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-fields-missing"),
            "0.1",
            Severity.ERROR,
            "A teacher is not described as far as the policy asks",
            "Model, use, time and door decide which terms hold; without one of them nobody can look them up.",
            "Add the field.",
            TeacherExamples.of("""
                    provider: OpenAI
                    model: gpt-oss-20b
                    uses: [generated]
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
        boolean ofNative = file.manifest()
                .filter(manifest -> manifest.format() == ManifestFormat.NATIVE)
                .isPresent();
        Set<String> wanted = new LinkedHashSet<>(file.policy().teacherFields());
        wanted.add("model");
        if (ofNative) {
            wanted.add("terms");
        }
        return file.teachers().stream()
                .map(TeacherCase::teacher)
                .flatMap(teacher -> wanted.stream().flatMap(field -> missing(teacher, field)));
    }

    private static Stream<Breach> missing(TeacherModel teacher, String field) {
        return place(teacher, field)
                .map(at -> Breach.of(
                                teacher.subject(),
                                at,
                                "The teacher %s does not state %s"
                                        .formatted(
                                                Phrases.plain(teacher.subject().name()), field))
                        .remedy("Add `%s`%s.".formatted(field, form(field))))
                .stream();
    }

    /// What stands in the field, where that is not plain from its name.
    private static String form(String field) {
        return switch (field) {
            case "model" -> ", the id as the provider writes it";
            case "uses" -> ", some of " + String.join(", ", Word.all(Use.class));
            case "generationPeriod" -> ": {start: YYYY-MM, end: YYYY-MM}";
            case "accessChannel" -> ", one of " + String.join(", ", Word.all(AccessChannel.class));
            case "terms" -> ": `unknown`, or {name: NAME, version: VERSION} of those that were accepted";
            default -> "";
        };
    }

    /// Where the field would stand; empty when it is there.
    private static Optional<Place> place(TeacherModel teacher, String field) {
        return switch (field) {
            case "provider" -> absent(teacher.provider());
            case "model" -> absent(teacher.model());
            case "revision" -> absent(teacher.revision());
            case "uri" -> absent(teacher.uri());
            case "uses" -> absent(teacher.uses());
            case "usesDescription" -> absent(teacher.usesDescription());
            case "generationPeriod" -> absent(teacher.generationPeriod());
            case "accessChannel" -> absent(teacher.accessChannel());
            case "accessProvider" -> absent(teacher.accessProvider());
            case "authorization" -> absent(teacher.authorization());
            case "terms" ->
                teacher.terms() instanceof StatedTerms.Unstated(Place at) ? Optional.of(at) : Optional.empty();
            case "viaSources" ->
                teacher.viaSources() instanceof References.Unstated(Place at) ? Optional.of(at) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Place> absent(Field<?> field) {
        return field.absent() ? Optional.of(field.at()) : Optional.empty();
    }
}
