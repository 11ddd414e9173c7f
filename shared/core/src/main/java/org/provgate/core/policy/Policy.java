package org.provgate.core.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.signing.VerifyingKey;

/// The operator's rules, as read from `policy.yaml`.
///
/// @param edition the day the operator dates the text
/// @param digest `sha256:` and the digest of the policy's text
/// @param completeWithin how long a submission may stay incomplete
/// @param secondOperator rulings that count only once another operator has confirmed them
/// @param manifests formats that count as a manifest
/// @param teacherFields fields a teacher must state
/// @param keys whose signatures count
/// @param contributors who answers for which prefix: names, organisations, e-mail addresses, or `@` and a domain
/// @param trust contributor to tier; a tier may change severities
public record Policy(
        String name,
        LocalDate edition,
        String digest,
        Mode mode,
        Duration completeWithin,
        Scope quarantineScope,
        Set<Ruling> secondOperator,
        Set<ManifestFormat> manifests,
        List<String> teacherFields,
        Map<RuleCode, Enforcement> rules,
        Licenses licenses,
        TeacherLists teachers,
        Uses uses,
        List<TrustedKey> keys,
        Map<String, List<String>> contributors,
        Map<String, Tier> trust,
        List<Waiver> waivers,
        List<CustomRule> custom) {

    public enum Mode implements Word {
        ENFORCE,
        /// Decide and report, but let everything be read.
        AUDIT
    }

    public enum Scope implements Word {
        SUBMISSION,
        FILES
    }

    /// What an operator may rule against the rules' own word.
    public enum Ruling implements Word {
        RELEASE,
        REJECT,
        WAIVE
    }

    /// @param forbidden SPDX ids, `*` stands for any characters
    public record Licenses(List<String> forbidden) {
        public Licenses {
            forbidden = List.copyOf(forbidden);
        }
    }

    /// @param forbidden names of providers, families or models that are never let through
    /// @param permitted teachers for which the operator has an agreement of its own
    public record TeacherLists(List<String> forbidden, List<Permitted> permitted) {

        public record Permitted(String teacher, String agreement) {}

        public TeacherLists {
            forbidden = List.copyOf(forbidden);
            permitted = List.copyOf(permitted);
        }
    }

    /// What the hub's readers do with the data; decides which terms bite.
    public record Uses(boolean trainsCompetingModels, boolean commercial) {}

    /// A key whose signature under a declaration counts.
    ///
    /// @param name whose it is, for messages
    /// @param contributor whose submissions it speaks for; empty for everybody's
    public record TrustedKey(String name, String contributor, VerifyingKey key) {

        /// Whether it speaks for a contributor; on the command line, where none is known, it does.
        public boolean speaksFor(String whom) {
            return contributor.isEmpty() || whom.isEmpty() || contributor.equals(whom);
        }
    }

    /// @param rules severities that replace those of the policy for contributors of this tier
    public record Tier(String name, Map<RuleCode, Enforcement> rules) {
        public Tier {
            rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        }
    }

    /// An operator's own rule, which finds a fault where its condition holds.
    ///
    /// @param text of the condition, as written
    public record CustomRule(
            String id, Severity severity, String text, Condition condition, String message, String remedy) {

        /// What findings, waivers and `rules` call it.
        public RuleCode code() {
            return new RuleCode("custom:" + id);
        }
    }

    public Policy {
        secondOperator = Collections.unmodifiableSet(new TreeSet<>(secondOperator));
        manifests = Collections.unmodifiableSet(new TreeSet<>(manifests));
        teacherFields = List.copyOf(teacherFields);
        keys = List.copyOf(keys);
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        contributors = Collections.unmodifiableMap(new TreeMap<>(contributors));
        trust = Collections.unmodifiableMap(new TreeMap<>(trust));
        waivers = List.copyOf(waivers);
        custom = List.copyOf(custom);
    }

    /// The day since which this text bites as it does on `today`: that of its edition, or the last start date or expiry
    /// that has passed since.
    ///
    /// @return `YYYY-MM-DD`
    public String editionOn(LocalDate today) {
        Stream<LocalDate> starts = Stream.concat(
                        rules.values().stream(),
                        trust.values().stream().flatMap(tier -> tier.rules().values().stream()))
                .filter(Enforcement.At.class::isInstance)
                .map(enforcement -> ((Enforcement.At) enforcement).from());
        Stream<LocalDate> ends = waivers.stream().map(waiver -> waiver.expires().plusDays(1));
        return Stream.concat(starts, ends)
                .filter(turn -> !turn.isAfter(today) && turn.isAfter(edition))
                .max(Comparator.naturalOrder())
                .orElse(edition)
                .toString();
    }

    /// Whether the policy speaks of a rule at all, for everybody or for this contributor's tier.
    public boolean states(RuleCode code, String contributor) {
        Tier tier = trust.get(contributor);
        return rules.containsKey(code) || (tier != null && tier.rules().containsKey(code));
    }

    /// How a rule bites for a contributor; its usual severity where the policy does not speak of it.
    public Enforcement enforcementOf(RuleCode code, Severity usual, String contributor) {
        Tier tier = trust.get(contributor);
        if (tier != null) {
            Enforcement byTier = tier.rules().get(code);
            if (byTier != null) {
                return byTier;
            }
        }
        Enforcement stated = rules.get(code);
        return stated == null ? new Enforcement.At(usual, LocalDate.MIN) : stated;
    }
}
