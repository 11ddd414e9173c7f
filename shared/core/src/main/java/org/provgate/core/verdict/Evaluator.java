package org.provgate.core.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.core.condition.OwnRule;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.policy.Enforcement;
import org.provgate.core.policy.Policy;
import org.provgate.core.policy.Waiver;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.InFormat;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rule.Weight;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.verdict.Report.Counts;
import org.provgate.core.verdict.Report.PolicyCited;
import org.provgate.core.verdict.Report.Waived;

/// The whole decision, as one pure function of facts, policy, registry and day.
public final class Evaluator {

    /// How many findings of one code and severity a report lists; the counts stay exact.
    public static final int FINDINGS_PER_CODE = 100;

    private static final RuleCode OUTSIDE_LAYOUT = new RuleCode("file-outside-layout");

    private final List<Rule> rules;

    public Evaluator(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Verdict evaluate(SubmissionFacts facts, Policy policy, Registry registry, LocalDate today) {
        CaseFile file = CaseFile.open(facts, policy, registry, today);
        Tally tally = new Tally(waiversFor(file), datasetOf(file), today);
        List<RuleCode> checked = new ArrayList<>();
        for (Rule rule : rulesFor(file)) {
            RuleSpec spec = rule.spec();
            switch (enforcement(spec, policy, facts)) {
                case Enforcement.Off _ -> {}
                case Enforcement.At at -> {
                    checked.add(spec.code());
                    boolean stated = policy.states(spec.code(), contributorOf(facts));
                    rule.check(file)
                            .map(breach -> finding(spec, breach, severity(breach, at, stated, today), file))
                            .forEach(tally::add);
                }
            }
        }
        return Verdict.of(tally.report(file, checked));
    }

    /// A policy cannot let in what lies outside every submission.
    private static Enforcement enforcement(RuleSpec spec, Policy policy, SubmissionFacts facts) {
        return facts.identity() instanceof Identity.Stray
                ? new Enforcement.At(spec.severity(), LocalDate.MIN)
                : policy.enforcementOf(spec.code(), spec.severity(), contributorOf(facts));
    }

    /// Of an object outside every submission only that can be said.
    private List<Rule> rulesFor(CaseFile file) {
        return file.facts().identity() instanceof Identity.Stray
                ? rules.stream()
                        .filter(rule -> rule.spec().code().equals(OUTSIDE_LAYOUT))
                        .toList()
                : withOwn(OwnRule.of(file.policy(), file));
    }

    private List<Rule> withOwn(List<Rule> own) {
        return own.isEmpty()
                ? rules
                : Stream.concat(rules.stream(), own.stream()).toList();
    }

    private static Severity severity(Breach breach, Enforcement.At at, boolean stated, LocalDate today) {
        Severity usual = at.on(today);
        return switch (breach.weight()) {
            case Weight.Usual _ -> usual;
            case Weight.Usually(Severity severity) -> stated ? usual : severity;
            case Weight.AtMost(Severity most) -> usual.compareTo(most) > 0 ? most : usual;
        };
    }

    private static Finding finding(RuleSpec spec, Breach breach, Severity severity, CaseFile file) {
        String plain = breach.remedy().isEmpty() ? spec.remedy() : breach.remedy();
        String remedy = file.manifest()
                .map(manifest -> InFormat.remedy(manifest.format(), manifest.file(), spec.code(), plain))
                .orElse(plain);
        return new Finding(
                spec.code(),
                severity,
                breach.subject(),
                breach.at(),
                breach.message(),
                remedy,
                breach.evidence(),
                breach.fix());
    }

    private static List<Waiver> waiversFor(CaseFile file) {
        return Stream.concat(file.policy().waivers().stream(), file.facts().waivers().stream())
                .toList();
    }

    private static String contributorOf(SubmissionFacts facts) {
        return switch (facts.identity()) {
            case Identity.Known(var name) -> name.contributor();
            case Identity.Stray(var name) -> name.contributor();
            case Identity.Folder _ -> "";
        };
    }

    private static String datasetOf(CaseFile file) {
        return switch (file.facts().identity()) {
            case Identity.Known(var name) -> name.datasetName();
            case Identity.Stray(var name) -> name.datasetName();
            case Identity.Folder _ ->
                file.manifest()
                        .map(Manifest::dataset)
                        .flatMap(dataset -> dataset.name().value())
                        .orElse("");
        };
    }

    /// Collects findings of one evaluation, within bounds.
    private static final class Tally {

        private final Map<String, Waiver> waivers = new HashMap<>();
        private final Map<String, Waiver> ended = new HashMap<>();
        private final List<Finding> open = new ArrayList<>();
        private final List<Waived> waived = new ArrayList<>();
        private final SortedMap<RuleCode, Integer> omitted = new TreeMap<>();
        private final Map<Severity, Map<RuleCode, Integer>> listed = new EnumMap<>(Severity.class);
        private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);

        Tally(List<Waiver> granted, String dataset, LocalDate today) {
            for (Waiver waiver : granted) {
                if (waiver.dataset().equals(dataset)) {
                    (today.isAfter(waiver.expires()) ? ended : waivers)
                            .putIfAbsent(waiver.code() + " " + waiver.subject(), waiver);
                }
            }
        }

        void add(Finding seen) {
            Waiver waiver = waivers.get(seen.code() + " " + seen.subject());
            if (waiver != null) {
                waived.add(new Waived(seen, waiver));
                return;
            }
            Waiver over = ended.get(seen.code() + " " + seen.subject());
            Finding finding = over == null ? seen : naming(over, seen);
            bySeverity.merge(finding.severity(), 1, Integer::sum);
            int nth = listed.computeIfAbsent(finding.severity(), _ -> new HashMap<>())
                    .merge(finding.code(), 1, Integer::sum);
            if (nth <= FINDINGS_PER_CODE) {
                open.add(finding);
            } else {
                omitted.merge(finding.code(), 1, Integer::sum);
            }
        }

        /// A waiver that is over counts as nothing, and whoever relied on it is told.
        private static Finding naming(Waiver over, Finding finding) {
            return new Finding(
                    finding.code(),
                    finding.severity(),
                    finding.subject(),
                    finding.at(),
                    "%s; the waiver by %s ended on %s"
                            .formatted(finding.message(), Phrases.plain(over.approver()), over.expires()),
                    finding.remedy(),
                    finding.evidence(),
                    finding.fix());
        }

        Report report(CaseFile file, List<RuleCode> checked) {
            Policy policy = file.policy();
            open.sort(Comparator.comparing(Finding::severity).reversed());
            return new Report(
                    file.facts().name(),
                    file.facts().manifest(),
                    new PolicyCited(policy.name(), policy.digest(), policy.editionOn(file.today()), policy.mode()),
                    file.registry().edition(),
                    file.registry().digest(),
                    checked,
                    new Counts(
                            bySeverity.getOrDefault(Severity.ERROR, 0),
                            bySeverity.getOrDefault(Severity.WARNING, 0),
                            bySeverity.getOrDefault(Severity.NOTE, 0),
                            waived.size()),
                    open,
                    omitted,
                    waived,
                    file.teachers(),
                    List.copyOf(file.facts().objects().values()));
        }
    }
}
