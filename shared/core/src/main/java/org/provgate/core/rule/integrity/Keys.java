package org.provgate.core.rule.integrity;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which keys a manifest can name as paths.
final class Keys {

    static final int LONGEST = 1_024;

    private static final Pattern WILD = Pattern.compile("[*?\\[\\]{}]");

    private Keys() {}

    /// Why no path of a manifest can be this key; empty when one can.
    static Optional<String> unnameable(String path) {
        return hazard(path)
                .or(() -> WILD.matcher(path).find()
                        ? Optional.of("it has a character that stands for others in patterns")
                        : Optional.empty());
    }

    /// Why this key would lead astray on a disk, whether or not a pattern covers it.
    static Optional<String> hazard(String path) {
        if (path.length() > LONGEST) {
            return Optional.of("it is longer than %,d characters".formatted(LONGEST));
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("it has a backslash");
        }
        if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return Optional.of("it has a control character");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty()) {
                return Optional.of("a part of it is empty");
            }
            if (segment.equals(".") || segment.equals("..")) {
                return Optional.of("a part of it is %s".formatted(segment));
            }
        }
        return Optional.empty();
    }
}
