package org.provgate.core.submission;

import java.util.Optional;
import java.util.regex.Pattern;

/// `CONTRIBUTOR/DATASET/REVISION`: the prefix under which a submission's objects lie.
///
/// An object whose key names no submission is listed as one of its own, `CONTRIBUTOR/-/DIGEST`, with `-` for a
/// contributor that is not known either.
public record SubmissionName(String contributor, String dataset, String revision) {

    /// Each part: 1 to 128 of letters, digits, `.`, `_`, `-`; the first a letter, a digit or `_`.
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    private static final String NONE = "-";

    public SubmissionName {
        if (!isNamed(contributor, dataset, revision) && !isStray(contributor, dataset, revision)) {
            throw new IllegalArgumentException(
                    "not a submission name: " + contributor + "/" + dataset + "/" + revision);
        }
    }

    public static boolean isPart(String text) {
        return PART.matcher(text).matches();
    }

    private static boolean isNamed(String contributor, String dataset, String revision) {
        return isPart(contributor) && isPart(dataset) && isPart(revision);
    }

    private static boolean isStray(String contributor, String dataset, String revision) {
        return (isPart(contributor) || contributor.equals(NONE))
                && dataset.equals(NONE)
                && DIGEST.matcher(revision).matches();
    }

    public static Optional<SubmissionName> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 3 && (isNamed(parts[0], parts[1], parts[2]) || isStray(parts[0], parts[1], parts[2]))
                ? Optional.of(new SubmissionName(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    /// The name under which an object outside every submission is listed.
    ///
    /// @param digest the first 16 hexadecimal digits of its key's SHA-256
    public static SubmissionName stray(Optional<String> contributor, String digest) {
        return new SubmissionName(contributor.orElse(NONE), NONE, digest);
    }

    public boolean stray() {
        return dataset.equals(NONE);
    }

    /// Where the submission's objects lie, ending in a slash; the empty prefix for a stray object.
    public String prefix() {
        return stray() ? "" : this + "/";
    }

    /// The key of an object in the bucket. A stray object's path is its whole key.
    public String keyOf(String path) {
        return prefix() + path;
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
