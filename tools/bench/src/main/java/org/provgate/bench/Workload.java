package org.provgate.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a hub is sent in a month.
///
/// @param objects of each submission, beside its manifest
/// @param gigabytes of each submission
/// @param quarantined share of submissions that are quarantined
/// @param rescanned submissions that are decided again on their facts
/// @param stored submissions that are kept from before
/// @param gigabytesPerSecond that one execution of `inspect` reads
record Workload(
        double submissions,
        double objects,
        double gigabytes,
        double quarantined,
        double rescanned,
        double stored,
        double gigabytesPerSecond) {

    static Workload usual() {
        return new Workload(1000, 20, 5, 0.2, 100_000, 10_000, 0.1);
    }

    /// @param options by name, without dashes
    /// @throws IllegalArgumentException for a name that is not known, or a value that is no number of this kind
    static Workload of(Map<String, String> options) {
        Workload usual = usual();
        options.keySet().forEach(name -> {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "--%s is not one of --%s".formatted(name, String.join(", --", NAMES)));
            }
        });
        return new Workload(
                number(options, "submissions", usual.submissions),
                number(options, "objects", usual.objects),
                number(options, "gigabytes", usual.gigabytes),
                Math.min(1, number(options, "quarantined", usual.quarantined)),
                number(options, "rescanned", usual.rescanned),
                number(options, "stored", usual.stored),
                Math.max(1e-6, number(options, "gigabytes-per-second", usual.gigabytesPerSecond)));
    }

    static final List<String> NAMES = List.of(
            "submissions", "objects", "gigabytes", "quarantined", "rescanned", "stored", "gigabytes-per-second");

    private static double number(Map<String, String> options, String name, double usual) {
        String text = options.getOrDefault(name, "");
        if (text.isEmpty()) {
            return usual;
        }
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException fault) {
            throw new IllegalArgumentException("--%s takes a number, not %s".formatted(name, text), fault);
        }
        if (!(number >= 0 && number <= 1e12)) {
            throw new IllegalArgumentException("--%s takes 0 or more, not %s".formatted(name, text));
        }
        return number;
    }

    /// One sentence.
    String inWords() {
        return String.format(
                Locale.ROOT,
                "%,.0f submissions a month of %,.0f objects and %,.1f GB each, %.0f %% of them quarantined; %,.0f decided "
                        + "again; %,.0f kept from before.",
                submissions,
                objects,
                gigabytes,
                100 * quarantined,
                rescanned,
                stored);
    }
}
