package org.provgate.bench;

import java.util.List;
import java.util.regex.Pattern;

/// Why a file that its own standard calls faulty gives no finding: the fault lies where provenance does not.
final class NotOurs {

    private record Reason(Pattern path, String text) {
        static Reason of(String path, String text) {
            return new Reason(Pattern.compile(path), text);
        }
    }

    private static final List<Reason> REASONS = List.of(
            Reason.of("cyclonedx/.*service-data", "services and what flows through them are not read"),
            Reason.of(
                    "frictionless/.*local-path",
                    "the descriptor is in order; that its file is not there is `file-missing`, decided with the files"),
            Reason.of(
                    "frictionless/.*remote-path",
                    "the descriptor is in order; its file lies elsewhere, and nothing is fetched"),
            Reason.of("frictionless/", "the descriptor is in order; rows of the data break their schema"));

    private NotOurs() {}

    /// Empty when there is no reason, and a finding is missing.
    static String reason(ManifestMeasured file) {
        return REASONS.stream()
                .filter(it -> it.path.matcher(file.truth().path()).find())
                .map(Reason::text)
                .findFirst()
                .orElse("");
    }
}
