package org.provgate.inspection.content;

import java.nio.charset.StandardCharsets;

/// Follows one JSON value strictly, as far as the bytes go.
final class JsonProbe {

    private static final int DEEPEST = 500;

    private final byte[] bytes;
    private final int to;
    private int at;
    private boolean cutOff;

    private JsonProbe(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        this.at = from;
    }

    sealed interface Answer {
        record Complete(int end) implements Answer {}

        /// Well-formed up to the end of the bytes.
        record CutOff() implements Answer {}

        record NotJson() implements Answer {}
    }

    static Answer probe(byte[] bytes, int from, int to) {
        JsonProbe probe = new JsonProbe(bytes, from, to);
        if (probe.value(0)) {
            return new Answer.Complete(probe.at);
        }
        return probe.cutOff ? new Answer.CutOff() : new Answer.NotJson();
    }

    private boolean value(int depth) {
        space();
        if (ended()) {
            return false;
        }
        if (depth > DEEPEST) {
            cutOff = true;
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            default -> bare();
        };
    }

    private boolean ended() {
        cutOff = at >= to;
        return cutOff;
    }

    private boolean members(int depth) {
        at++;
        space();
        if (!ended() && bytes[at] == '}') {
            at++;
            return true;
        }
        while (!ended()) {
            if (bytes[at] != '"' || !string()) {
                return false;
            }
            space();
            if (ended() || bytes[at++] != ':' || !value(depth + 1)) {
                return false;
            }
            space();
            if (ended() || (bytes[at] != ',' && bytes[at] != '}')) {
                return false;
            }
            if (bytes[at++] == '}') {
                return true;
            }
            space();
        }
        return false;
    }

    private boolean elements(int depth) {
        at++;
        space();
        if (!ended() && bytes[at] == ']') {
            at++;
            return true;
        }
        while (value(depth + 1)) {
            space();
            if (ended() || (bytes[at] != ',' && bytes[at] != ']')) {
                return false;
            }
            if (bytes[at++] == ']') {
                return true;
            }
        }
        return false;
    }

    private boolean string() {
        for (at++; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                at++;
                return true;
            } else if (bytes[at] >= 0 && bytes[at] < ' ' && bytes[at] != '\t') {
                return false;
            }
        }
        at = Math.min(at, to);
        cutOff = true;
        return false;
    }

    private boolean bare() {
        int start = at;
        while (at < to && (Character.isLetterOrDigit(bytes[at]) || "+-.".indexOf(bytes[at]) >= 0)) {
            at++;
        }
        if (at >= to && at > start) {
            // At the end of the bytes it may go on; on its own it is whole all the same.
            cutOff = true;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        return word.matches("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null|NaN|-?Infinity");
    }

    private void space() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }
}
