package org.provgate.formats.tree;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// Finds out what an author did where the JSON parser gave up. It looks at the text from the end of the last sound
/// value on, since the parser reports some faults a few characters late.
final class JsonFaults {

    private static final Map<String, String> FOREIGN_WORDS =
            Map.of("None", "null", "True", "true", "False", "false", "undefined", "null", "nil", "null");

    private static final String ESCAPES = "\"\\/bfnrtu";

    private final String text;
    private final Optional<Node> open;
    private int at;

    /// @param sound end of the last sound value or bracket
    /// @param open the innermost bracket that is open
    JsonFaults(String text, int sound, Optional<Node> open) {
        this.text = text;
        this.at = sound;
        this.open = open;
    }

    /// @param last the last sound token, names left out; null at the beginning
    BrokenTree explain(@Nullable JsonToken last) {
        boolean fresh = last == null || last == JsonToken.START_OBJECT || last == JsonToken.START_ARRAY;
        skipSpace();
        if (!fresh && open.isPresent()) {
            int comma = at;
            switch (here()) {
                case ',' -> at++;
                case -1, '/', '#' -> {
                    return unexpected();
                }
                case '}', ']' -> {
                    return new BrokenTree(
                            at,
                            "`%c` closes the `%c` of line %d; one of the two is missing"
                                    .formatted(text.charAt(at), bracket(), openLine()));
                }
                default -> {
                    return new BrokenTree(at, "A comma is missing before %s".formatted(shown()));
                }
            }
            skipSpace();
            if (here() == '}' || here() == ']') {
                return new BrokenTree(
                        comma, "A comma stands before `%c`; JSON has no trailing commas".formatted(here()));
            }
        }
        if (!fresh && open.isEmpty()) {
            return here() == '/' || here() == '#'
                    ? unexpected()
                    : new BrokenTree(at, "The JSON value is complete before this; a file holds one");
        }
        return open.filter(Mapping.class::isInstance).isPresent() ? inMapping() : inValue();
    }

    private BrokenTree inMapping() {
        if (here() != '"') {
            return isWord(here())
                    ? new BrokenTree(at, "The key %s stands without double quotes".formatted(Shown.code(word())))
                    : unexpected();
        }
        Optional<BrokenTree> fault = inText();
        if (fault.isPresent()) {
            return fault.get();
        }
        skipSpace();
        if (here() != ':') {
            return here() == -1 || here() == '/' || here() == '#'
                    ? unexpected()
                    : new BrokenTree(at, "A colon is missing between a key and %s".formatted(shown()));
        }
        at++;
        skipSpace();
        return here() == '}' || here() == ','
                ? new BrokenTree(at, "A key has no value before `%c`".formatted(here()))
                : inValue();
    }

    private BrokenTree inValue() {
        int c = here();
        if (c == '"') {
            return inText().orElseGet(this::unexpected);
        }
        if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
            return inNumber();
        }
        if (!isWord(c)) {
            return unexpected();
        }
        String word = word();
        if (word.equals("NaN") || word.equals("Infinity")) {
            return new BrokenTree(at, "%s is no number of JSON".formatted(word));
        }
        String meant = FOREIGN_WORDS.get(word);
        return new BrokenTree(
                at,
                meant == null
                        ? "%s stands without double quotes".formatted(Shown.code(word))
                        : "JSON writes `%s`, not `%s`".formatted(meant, word));
    }

    private BrokenTree inNumber() {
        int end = at;
        while (end < text.length() && (isWord(text.charAt(end)) || "+-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String number = text.substring(at, end);
        if (number.endsWith("Infinity") || number.endsWith("NaN")) {
            return new BrokenTree(at, "%s is no number of JSON".formatted(number));
        }
        return new BrokenTree(
                at,
                number.length() > TreeLimits.NUMBER
                        ? "A number has %,d characters; at most %d are read"
                                .formatted(number.length(), TreeLimits.NUMBER)
                        : "%s is no number of JSON; write it without leading zeros, signs of plus and loose points, or in"
                                        .formatted(Shown.code(number))
                                + " double quotes");
    }

    /// Moves behind a text that begins here, unless it is broken.
    private Optional<BrokenTree> inText() {
        int begun = at++;
        while (here() != '"') {
            int c = here();
            if (c == -1) {
                return Optional.of(new BrokenTree(begun, "The double quote that begins here is never closed"));
            }
            if (c < 0x20) {
                return Optional.of(new BrokenTree(
                        at,
                        c == '\n' || c == '\r'
                                ? "A line ends inside a text; write \\n, or close the double quote"
                                : "The control character U+%04X stands inside a text; write \\u%04X".formatted(c, c)));
            }
            if (c == '\\') {
                int next = at + 1 < text.length() ? text.charAt(at + 1) : -1;
                if (next == -1 || ESCAPES.indexOf(next) < 0 || (next == 'u' && !fourHexDigits(at + 2))) {
                    return Optional.of(new BrokenTree(
                            at, "A backslash begins an escape that JSON does not have; write \\\\ for a backslash"));
                }
                at++;
            }
            at++;
        }
        if (at - begun > TreeLimits.KEY) {
            return Optional.of(new BrokenTree(begun, "A key has more than %,d characters".formatted(TreeLimits.KEY)));
        }
        at++;
        return Optional.empty();
    }

    private boolean fourHexDigits(int from) {
        return from + 4 <= text.length()
                && text.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private BrokenTree unexpected() {
        return switch (here()) {
            case -1 ->
                new BrokenTree(
                        at,
                        open.isPresent()
                                ? "The file ends before the `%c` of line %d is closed".formatted(bracket(), openLine())
                                : "The file ends where a value is wanted");
            case '/', '#' -> new BrokenTree(at, "A comment stands here; JSON has none");
            case '\'', '‘', '’', '“', '”' ->
                new BrokenTree(at, "%s stands where JSON wants a double quote (\")".formatted(shown()));
            case '}', ']' ->
                new BrokenTree(
                        at,
                        open.isPresent()
                                ? "`%c` closes the `%c` of line %d; one of the two is missing"
                                        .formatted(text.charAt(at), bracket(), openLine())
                                : "`%c` closes nothing".formatted(text.charAt(at)));
            default -> new BrokenTree(at, "%s cannot stand here in JSON".formatted(shown()));
        };
    }

    private char bracket() {
        return open.filter(Mapping.class::isInstance).isPresent() ? '{' : '[';
    }

    private long openLine() {
        return open.map(node -> node.at().line()).orElse(1L);
    }

    private void skipSpace() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') {
            at++;
        }
    }

    private int here() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private String shown() {
        return here() == -1 ? "the end of the file" : Shown.code(Character.toString(text.codePointAt(at)));
    }

    private String word() {
        int end = at;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    }
}
