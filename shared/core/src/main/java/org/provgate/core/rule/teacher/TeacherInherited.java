package org.provgate.core.rule.teacher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.DataSource;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.HubSources;
import org.provgate.core.rule.KnownSources;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.Upstream;

public final class TeacherInherited implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("teacher-inherited"),
            "0.1",
            Severity.ERROR,
            "An upstream dataset brings in a model that the manifest does not declare",
            "The terms of a model go with its output, through however many datasets it has passed.",
            "Declare the models behind the upstream dataset as teachers, with the channel upstream-dataset.",
            TeacherExamples.upstream(""),
            TeacherExamples.upstream("deepseek-ai/DeepSeek-R1"));

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        Set<String> makers = file.teachers().stream()
                .flatMap(teacher -> file.declared().makers(teacher).stream())
                .collect(Collectors.toSet());
        Set<String> models = file.teachers().stream()
                .map(teacher -> folded(teacher.declared()))
                .collect(Collectors.toSet());
        return file.manifest().stream()
                .flatMap(manifest -> manifest.sources().listed().stream())
                .flatMap(source -> Stream.concat(
                        KnownSources.find(source, file.registry()).stream()
                                .flatMap(known -> missing(teachers(known), makers, models, file.registry())
                                        .map(missing -> breach(source, known, missing))
                                        .stream()),
                        HubSources.find(source).flatMap(file.facts()::upstream).stream()
                                .flatMap(upstream -> missing(teachers(upstream), makers, models, file.registry())
                                        .map(missing -> breach(source, upstream, missing, file.facts()))
                                        .stream())));
    }

    private static List<String> teachers(KnownDataset known) {
        return known.teachers().stream().map(KnownDataset.Teacher::model).toList();
    }

    private static List<String> teachers(Upstream upstream) {
        return upstream.taught().stream().map(Upstream.Taught::model).toList();
    }

    /// A documented teacher counts as declared when the manifest declares any model of its maker: which version wrote
    /// which row is seldom documented well enough to insist.
    private static Optional<List<String>> missing(
            List<String> teachers, Set<String> makers, Set<String> models, Registry registry) {
        List<String> missing = teachers.stream()
                .filter(model -> !models.contains(folded(model)))
                .filter(model -> families(model, registry).stream()
                        .map(ModelFamily::provider)
                        .noneMatch(makers::contains))
                .distinct()
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    private static List<ModelFamily> families(String model, Registry registry) {
        return registry.family(model)
                .map(List::of)
                .orElseGet(() -> registry.resolve(model).families());
    }

    private static Breach breach(DataSource source, KnownDataset known, List<String> missing) {
        Breach breach = Breach.of(
                source.subject(),
                source.at(),
                "The source %s is %s, which holds output of %s (%s); the manifest declares none of that"
                        .formatted(
                                Phrases.plain(source.subject().name()),
                                known.id(),
                                Phrases.listed(missing),
                                known.source()));
        return known.verified() ? breach : breach.atMost(Severity.WARNING);
    }

    /// From whom others derive is not told.
    private static Breach breach(DataSource source, Upstream upstream, List<String> missing, SubmissionFacts own) {
        List<String> behind = upstream.taught().stream()
                .filter(taught -> missing.contains(taught.model()) && own.ownedAlike(taught.by()))
                .map(taught -> taught.by().toString())
                .distinct()
                .filter(by -> !by.equals(upstream.name().toString()))
                .toList();
        return Breach.of(
                source.subject(),
                source.at(),
                "The source %s is the submission %s, which holds output of %s%s; the manifest declares none of that"
                        .formatted(
                                Phrases.plain(source.subject().name()),
                                upstream.name(),
                                Phrases.listed(missing),
                                behind.isEmpty() ? "" : " (through " + Phrases.listed(behind) + ")"));
    }

    private static String folded(String model) {
        return model.strip().toLowerCase(Locale.ROOT);
    }
}
