package org.provgate.formats.manifest;

import java.util.Optional;
import org.provgate.formats.fields.TextForm.Slip;

/// What a path or glob of a manifest may not have. Paths begin in the manifest's folder and never leave it.
final class Paths {

    private Paths() {}

    static Optional<Slip> slipOfPath(String text) {
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            return slip("which has a wildcard", "Name one file, or write `glob` with `checksums` in a file entry.");
        }
        Optional<Slip> slip = slipOfEither(text);
        if (slip.isPresent()) {
            return slip;
        }
        return text.endsWith("/") ? slip("which names a folder", "Name a file.") : Optional.empty();
    }

    static Optional<Slip> slipOfGlob(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
            return slip("which has no wildcard", "Write it as `path`, with `sha256`.");
        }
        return slipOfEither(text);
    }

    private static Optional<Slip> slipOfEither(String text) {
        if (text.indexOf('\\') >= 0) {
            return Optional.of(new Slip(
                    "which has a backslash",
                    "Write forward slashes.",
                    Optional.of(text.replace('\\', '/')).filter(Paths::isPlain)));
        }
        if (text.startsWith("/")) {
            return slip("which begins with a slash", "Name it from the folder of the manifest on.");
        }
        if (text.startsWith("./")) {
            return Optional.of(new Slip(
                    "which begins with `./`",
                    "Leave the `./` out.",
                    Optional.of(text.substring(2)).filter(Paths::isPlain)));
        }
        if (hasSegment(text, "..")) {
            return slip("which leads out of a folder by `..`", "Name it from the folder of the manifest on.");
        }
        if (hasSegment(text, ".")) {
            return slip("which has a `.` between slashes", "Leave it out.");
        }
        if (text.contains("//")) {
            return slip("which has two slashes in a row", "Write one.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7F) {
                return slip("which has a control character", "Rename the file.");
            }
            if (c == '[' || c == ']' || c == '{' || c == '}') {
                return slip("which has a bracket or brace", "Rename the file, or match it with `?` in a glob.");
            }
        }
        return Optional.empty();
    }

    private static boolean hasSegment(String text, String segment) {
        int from = text.indexOf(segment);
        while (from >= 0) {
            int end = from + segment.length();
            if ((from == 0 || text.charAt(from - 1) == '/') && (end == text.length() || text.charAt(end) == '/')) {
                return true;
            }
            from = text.indexOf(segment, from + 1);
        }
        return false;
    }

    private static boolean isPlain(String text) {
        return slipOfPath(text).isEmpty();
    }

    private static Optional<Slip> slip(String clause, String remedy) {
        return Optional.of(new Slip(clause, remedy, Optional.empty()));
    }
}
