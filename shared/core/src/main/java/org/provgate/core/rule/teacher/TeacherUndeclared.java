package org.provgate.core.rule.teacher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;
import org.provgate.core.facts.Testimony;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.SourceType;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.manifest.Use;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.TeacherCase;

/// Strong signs against a file that does declare teachers are [TeacherUnconfirmed]'s business.
public final class TeacherUndeclared implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-undeclared"),
            "0.1",
            Severity.ERROR,
            "The rows carry signs of a model that the manifest does not declare",
            "Terms bind whether or not anybody mentions the model, and an undeclared one hides them from every reader.",
            "Declare the model among the teachers of the file, or take its rows out.",
            Example.with("", Map.of(Example.BASE_FILE, """
                            {"question": "Who are you?", "answer": "I am Claude, an AI assistant made by Anthropic."}
                            """)),
            Example.base());

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        return file.manifest().stream()
                .flatMap(manifest -> Stream.concat(
                        file.contents()
                                .flatMap(object -> Contradiction.in(object, file)
                                        .filter(contradiction -> !contradiction.leavesDoubt())
                                        .map(contradiction -> breach(contradiction, manifest, file))),
                        assisted(manifest)));
    }

    private static Breach breach(Contradiction contradiction, Manifest manifest, CaseFile file) {
        Testimony testimony = contradiction.testimony();
        String path = contradiction.object().path();
        Breach breach = Breach.of(
                        Subject.file(path),
                        Place.line(path, testimony.first().firstLine()),
                        "%s, %s: %s, but %s"
                                .formatted(
                                        path,
                                        testimony.first().where(),
                                        contradiction.says(file.registry()),
                                        declared(contradiction.declared(), manifest)))
                .evidence(testimony.signs())
                .fix(skeleton(testimony.first(), manifest, file));
        return testimony.strength() == Strength.CONCLUSIVE ? breach : breach.usually(Severity.WARNING);
    }

    private static String declared(List<TeacherCase> declared, Manifest manifest) {
        if (!declared.isEmpty()) {
            Set<String> models = new TreeSet<>();
            declared.forEach(teacher -> models.add(teacher.declared()));
            return "the manifest declares only %s for it".formatted(Phrases.listed(models));
        }
        return switch (manifest.teachers()) {
            case Teachers.None _ -> "the manifest says teachers: none";
            case Teachers.Unknown _ -> "the manifest says teachers: unknown";
            case Teachers.Unstated _ -> "the manifest says nothing of teachers";
            case Teachers.Listed _ -> "the manifest declares no teacher for it";
        };
    }

    /// Uses, period, channel and terms are for a person to fill in; only the name is known.
    private static List<Fix> skeleton(Evidence sign, Manifest manifest, CaseFile file) {
        if (!(manifest.teachers() instanceof Teachers.Listed)
                || !(sign.maker() instanceof Maker.Model(var by, var name))) {
            return List.of();
        }
        SequencedMap<String, JsonValue> teacher = new LinkedHashMap<>();
        teacher.put("provider", JsonValue.text(Contradiction.nameOf(by, file.registry())));
        teacher.put("model", JsonValue.text(name));
        return List.of(new Fix.Add("/teachers/-", new JsonValue.Members(teacher)));
    }

    /// People who were shown a model's proposals did not write alone.
    private static Stream<Breach> assisted(Manifest manifest) {
        boolean annotating = manifest.teachers().listed().stream()
                .anyMatch(teacher -> teacher.uses().value().orElse(List.of()).contains(Use.ANNOTATED));
        return annotating
                ? Stream.empty()
                : manifest.sources().listed().stream().flatMap(TeacherUndeclared::assisted);
    }

    private static Stream<Breach> assisted(DataSource source) {
        boolean people = source.type()
                .value()
                .filter(type -> type == SourceType.HUMAN_ANNOTATION)
                .isPresent();
        return source
                .annotation()
                .value()
                .filter(annotation -> people)
                .map(DataSource.Annotation::modelAssistance)
                .flatMap(assistance -> assistance
                        .value()
                        .filter(word -> word.equals("pre-annotated") || word.equals("allowed"))
                        .map(word -> Breach.of(
                                        source.subject(),
                                        assistance.at(),
                                        "The source %s says modelAssistance: %s, but no teacher has the use annotated"
                                                .formatted(
                                                        Phrases.plain(
                                                                source.subject().name()),
                                                        word))
                                .remedy("Declare the model that assisted, with the use annotated, or say none.")))
                .stream();
    }
}
