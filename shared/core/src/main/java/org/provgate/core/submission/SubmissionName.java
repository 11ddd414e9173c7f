package org.provgate.core.submission;

import java.util.Optional;
import java.util.regex.Pattern;

/// `CONTRIBUTOR/DATASET/REVISION`: the prefix under which a submission's objects lie.
public record SubmissionName(String contributor, String dataset, String revision) {

    /// Each part: 1 to 128 of letters, digits, `.`, `_`, `-`; not starting with a dot or a hyphen.
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    public SubmissionName {
        if (!isPart(contributor) || !isPart(dataset) || !isPart(revision)) {
            throw new IllegalArgumentException(
                    "not a submission name: " + contributor + "/" + dataset + "/" + revision);
        }
    }

    public static boolean isPart(String text) {
        return PART.matcher(text).matches();
    }

    public static Optional<SubmissionName> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 3 && isPart(parts[0]) && isPart(parts[1]) && isPart(parts[2])
                ? Optional.of(new SubmissionName(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    /// Where the submission's objects lie, ending in a slash.
    public String prefix() {
        return this + "/";
    }

    /// What waivers name.
    public String datasetName() {
        return contributor + "/" + dataset;
    }

    @Override
    public String toString() {
        return contributor + "/" + dataset + "/" + revision;
    }
}
