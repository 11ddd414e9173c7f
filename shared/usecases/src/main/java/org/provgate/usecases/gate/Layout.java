package org.provgate.usecases.gate;

import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;

/// How keys of the dataset bucket name submissions: `CONTRIBUTOR/DATASET/REVISION/path`.
public record Layout() {

    /// What a key stands for.
    public sealed interface Located {
        record InSubmission(SubmissionName name, String path) implements Located {}

        /// In no submission; its path is its whole key.
        record Stray(SubmissionName name, String path) implements Located {}

        /// An empty object that only makes a folder show in listings.
        record FolderMarker() implements Located {}
    }

    public Located locate(String key, long size) {
        if (size == 0 && key.endsWith("/")) {
            return new Located.FolderMarker();
        }
        String[] parts = key.split("/", 4);
        boolean named = parts.length == 4
                && SubmissionName.isPart(parts[0])
                && SubmissionName.isPart(parts[1])
                && SubmissionName.isPart(parts[2])
                && isPlain(parts[3]);
        if (named) {
            return new Located.InSubmission(new SubmissionName(parts[0], parts[1], parts[2]), parts[3]);
        }
        Optional<String> contributor =
                parts.length > 1 && SubmissionName.isPart(parts[0]) ? Optional.of(parts[0]) : Optional.empty();
        String digest = Digests.sha256(key).hex().substring(0, 16);
        return new Located.Stray(SubmissionName.stray(contributor, digest), key);
    }

    /// Keys that no manifest could name are kept out of submissions: dot segments, empty segments, control characters.
    private static boolean isPlain(String path) {
        if (path.isEmpty() || path.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\')) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
