package org.provgate.formats.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.finding.Severity;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.verdict.Report;

/// Phrases that several reports share, so that they say the same thing in the same words.
final class Wording {

    static final String ONLY_AUDITS =
            "The policy only audits: the outcome is recorded, and every file stays readable all the same.";

    private static final int DIGEST_SHOWN = "sha256:".length() + 12;

    private Wording() {}

    static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : number(count) + " " + noun + "s";
    }

    /// With commas between thousands, wherever the machine stands.
    /// Where the evidence is seen first: `line 1,234`.
    static String where(Evidence evidence) {
        return evidence.firstLine() == 0 ? evidence.where() : "line " + number(evidence.firstLine());
    }

    /// With a capital letter.
    static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Such as `2 errors, 1 warning, 3 waived`; `nothing found` when all are zero.
    static String counts(Report.Counts counts) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            if (counts.of(severity) > 0) {
                parts.add(counted(counts.of(severity), severity.word()));
            }
        }
        if (parts.isEmpty()) {
            parts.add("nothing found");
        }
        if (counts.waived() > 0) {
            parts.add(number(counts.waived()) + " waived");
        }
        return String.join(", ", parts);
    }

    /// Which policy and which facts the decision rests on.
    static String basis(Report report) {
        return "policy %s, edition %s (%s); registry of %s"
                .formatted(
                        Printable.line(report.policy().name()),
                        report.policy().edition(),
                        shortened(report.policy().digest()),
                        report.registryEdition());
    }

    static String ran(Report report) {
        return "%s ran over %s"
                .formatted(
                        counted(report.checked().size(), "rule"),
                        counted(report.files().size(), "file"));
    }

    static String shortened(String digest) {
        return digest.length() > DIGEST_SHOWN ? digest.substring(0, DIGEST_SHOWN) : digest;
    }

    static String maker(Maker maker) {
        return switch (maker) {
            case Maker.Provider(String provider) -> provider;
            case Maker.Model(String provider, String model) -> provider + " " + model;
            case Maker.Unknown _ -> "a model of an unnamed maker";
        };
    }

    /// Such as `anthropic claude-3-opus, conclusive, 3 times in 2 rows (self-naming)`.
    static String sign(Evidence evidence) {
        return "%s, %s, %s in %s (%s)"
                .formatted(
                        Printable.line(maker(evidence.maker())),
                        evidence.strength().word(),
                        evidence.count() == 1 ? "once" : counted(evidence.count(), "time"),
                        counted(evidence.rows(), "row"),
                        evidence.fingerprint());
    }

    static String rows(Rows rows) {
        return switch (rows) {
            case Rows.Counted(long count) -> number(count);
            case Rows.NotTabular _ -> "none to count";
            case Rows.Unknown _ -> "not known";
        };
    }

    static String coverage(ObjectFacts facts) {
        if (facts.coverage().complete()) {
            return "all";
        }
        return facts.coverage().bytesRead() == 0
                ? "nothing"
                : "%s of %s bytes".formatted(number(facts.coverage().bytesRead()), number(facts.bytes()));
    }

    /// The id of the provider, where all families that the name may mean have the same; else empty.
    static String provider(Resolution resolution) {
        List<String> providers = resolution.families().stream()
                .map(ModelFamily::provider)
                .distinct()
                .toList();
        return providers.size() == 1 ? providers.getFirst() : "";
    }

    /// What the registry makes of a name, in a few words.
    static String resolution(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Known(ModelFamily family) -> family.id() + " of " + family.provider();
            case Resolution.Ambiguous(var candidates) ->
                "one of "
                        + String.join(
                                ", ", candidates.stream().map(ModelFamily::id).toList());
            case Resolution.Unrecognized _ -> "not known to the registry";
        };
    }

    /// Such as `OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14`.
    static String citation(Citation citation) {
        String section = citation.edition().section();
        String label = citation.edition().label();
        boolean bare = !label.isEmpty() && Character.isDigit(label.charAt(0));
        return citation.document().title()
                + (section.isEmpty() ? "" : ", " + section)
                + (bare ? ", edition " : ", ")
                + label;
    }

    /// Such as `conditional (name-prefix:Llama, flow-down-terms), not verified`.
    static String category(TermsAnswer terms) {
        if (terms.category() == Category.UNKNOWN) {
            return "terms not known";
        }
        String conditions =
                terms.conditions().isEmpty() ? "" : " (%s)".formatted(String.join(", ", terms.conditions()));
        return terms.category().word() + conditions + (terms.verified() ? "" : ", not verified");
    }
}
