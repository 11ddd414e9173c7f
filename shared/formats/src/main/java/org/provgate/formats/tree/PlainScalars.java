package org.provgate.formats.tree;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What YAML 1.1 and YAML 1.2 tools make of a plain scalar. We read all of them as texts; they do not.
final class PlainScalars {

    /// Longer ones are read as texts by everybody; the patterns need not run on them.
    private static final int LONGEST = 200;

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private static final Set<String> BOOLEANS = Set.of(
            "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True", "TRUE", "false", "False",
            "FALSE", "on", "On", "ON", "off", "Off", "OFF");

    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+)");

    private static final Pattern FRACTION = Pattern.compile("[-+]?(?:(?:\\.[0-9_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)"
            + "(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|\\.(?:inf|Inf|INF))|\\.(?:nan|NaN|NAN)");

    private static final Pattern TIMESTAMP =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*");

    private PlainScalars() {}

    static boolean isNull(String text) {
        return NULLS.contains(text);
    }

    /// What another tool would read instead of a text. Plain days (`2026-05-04`) are not named: where a tool makes a
    /// date of one, it writes the same text again.
    static Optional<String> otherReading(String text) {
        if (BOOLEANS.contains(text)) {
            return Optional.of("a boolean");
        }
        if (isNull(text)) {
            return Optional.of("null");
        }
        if (text.length() > LONGEST || !startsLikeNumber(text.charAt(0))) {
            return Optional.empty();
        }
        if (WHOLE.matcher(text).matches() || FRACTION.matcher(text).matches()) {
            return Optional.of("a number");
        }
        return TIMESTAMP.matcher(text).matches() ? Optional.of("a point in time") : Optional.empty();
    }

    private static boolean startsLikeNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    }
}
