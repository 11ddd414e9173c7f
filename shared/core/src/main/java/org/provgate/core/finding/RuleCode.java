package org.provgate.core.finding;

import java.util.regex.Pattern;

/// The public name of a rule, for ever. Lower-case words, written out once, never derived from a class name;
/// an operator's own rule is `custom:` and its id.
public record RuleCode(String value) implements Comparable<RuleCode> {

    private static final Pattern FORM = Pattern.compile("(?:custom:[a-z0-9]+|[a-z]+)(?:-[a-z0-9]+)*");

    public RuleCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a rule code: " + value);
        }
    }

    /// Whether a text has the form of a rule code.
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RuleCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
