package org.provgate.inspection.evidence;

import java.nio.charset.StandardCharsets;

/// Strings that hold JSON themselves: whole values, one a line, or the events of a stream.
final class EmbeddedJson {

    private static final int DEEPEST = 100;

    private EmbeddedJson() {}

    /// Whether the string was JSON, and has been examined as such.
    static boolean read(RowExaminer examiner, KeyMeaning key, String text, long line) {
        String trimmed = text.strip();
        if (trimmed.length() < 2 || !mayBeJson(trimmed)) {
            return false;
        }
        boolean any = false;
        if (begins(trimmed) && ends(trimmed)) {
            any = value(examiner, key, trimmed, line);
            if (any) {
                return true;
            }
        }
        int from = 0;
        while (from < trimmed.length()) {
            int end = trimmed.indexOf('\n', from);
            int to = end < 0 ? trimmed.length() : end;
            String part = trimmed.substring(from, to).strip();
            String event = part.startsWith("data:") ? part.substring(5).strip() : part;
            if (begins(event) && ends(event)) {
                any |= value(examiner, key, event, line);
            }
            from = to + 1;
        }
        return any;
    }

    private static boolean mayBeJson(String text) {
        return begins(text) || text.startsWith("data:") || text.startsWith("event:");
    }

    private static boolean begins(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static boolean ends(String text) {
        return text.endsWith("}") || text.endsWith("]");
    }

    private static boolean value(RowExaminer examiner, KeyMeaning key, String text, long line) {
        return examiner.embedded(new JsonWalk(examiner, DEEPEST), text.getBytes(StandardCharsets.UTF_8), key, line);
    }
}
