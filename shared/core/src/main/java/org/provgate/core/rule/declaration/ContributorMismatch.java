package org.provgate.core.rule.declaration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.Contributor;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Phrases;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;

/// Judged only where the policy says who answers for the submission's prefix. One submitter who does is enough.
public final class ContributorMismatch implements Rule {

    private static final RuleSpec SPEC = new RuleSpec(
            new RuleCode("contributor-mismatch"),
            "0.1",
            Severity.ERROR,
            "None of the submitters is known to answer for the place it was uploaded to",
            "A declaration in somebody else's name binds nobody.",
            "Name the submitter as the operator knows them, or ask the operator to add them.",
            Example.base().under("""
                    contributors:
                      jane: [ola@example.org]
                    """),
            Example.base().under("""
                    contributors:
                      jane: ["@example.org"]
                    """));

    private static final String SUBMITTER = "submitter";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Breach> check(CaseFile file) {
        if (!(file.facts().identity() instanceof Identity.Known(SubmissionName name))) {
            return Stream.empty();
        }
        List<String> known = file.policy().contributors().getOrDefault(name.contributor(), List.of());
        return known.isEmpty()
                ? Stream.empty()
                : file.manifest().stream().flatMap(manifest -> mismatch(manifest, name.contributor(), known));
    }

    private static Stream<Breach> mismatch(Manifest manifest, String prefix, List<String> known) {
        List<Contributor> submitters = submitters(manifest);
        if (submitters.stream().anyMatch(one -> known.stream().anyMatch(name -> isKnownAs(name, one)))) {
            return Stream.empty();
        }
        Place at = submitters.isEmpty() ? manifest.at() : submitters.getFirst().at();
        String who = submitters.isEmpty()
                ? "The manifest names no contributor, so nobody"
                : "%s is not among those who"
                        .formatted(Phrases.listed(submitters.stream()
                                .map(ContributorMismatch::shown)
                                .toList()));
        String verb = submitters.isEmpty() ? "answers" : "answer";
        return Stream.of(Breach.of(
                new Subject("contributor", prefix), at, "%s %s for the prefix %s".formatted(who, verb, prefix)));
    }

    /// Those with that role; everybody where a format has no roles.
    private static List<Contributor> submitters(Manifest manifest) {
        List<Contributor> named = manifest.contributors().stream()
                .filter(one -> one.roles().value().orElse(List.of()).contains(SUBMITTER))
                .toList();
        return named.isEmpty() ? manifest.contributors() : named;
    }

    private static boolean isKnownAs(String name, Contributor one) {
        String wanted = folded(name);
        return wanted.startsWith("@")
                ? one.email()
                        .value()
                        .map(ContributorMismatch::folded)
                        .filter(it -> it.endsWith(wanted))
                        .isPresent()
                : Stream.of(one.name(), one.organization(), one.email())
                        .flatMap(field -> field.value().stream())
                        .anyMatch(said -> folded(said).equals(wanted));
    }

    private static String shown(Contributor one) {
        return one.name()
                .value()
                .or(() -> one.organization().value())
                .or(() -> one.email().value())
                .orElse("a contributor without a name");
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
