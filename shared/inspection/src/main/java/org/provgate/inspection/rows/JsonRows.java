package org.provgate.inspection.rows;

/// Values of JSON that is not one a line: the elements of long lists, or values one after the other.
public final class JsonRows extends RowSplitter {

    private boolean inList;
    private boolean inValue;
    private boolean inString;
    private int depth;
    private int begun;
    private boolean malformed;

    @Override
    public boolean find(byte[] bytes, int from, int end, boolean last) {
        int at = from + searched;
        while (at < end) {
            if (!inValue) {
                at = between(bytes, from, at);
            } else if (inString) {
                at = string(bytes, at, end);
                if (!inString && depth == 0) {
                    return found(from, at);
                }
            } else {
                int before = depth;
                at = within(bytes, at);
                if (!inValue || (depth == 0 && before > 0)) {
                    return found(from, at);
                }
            }
        }
        if (last && inValue) {
            malformed |= depth > 0 || inString;
            return found(from, end);
        }
        malformed |= last && inList;
        // An escape at the very end leads one byte beyond it.
        searched = at - from;
        return false;
    }

    /// Whether something stood where no value can stand, or the end is missing.
    public boolean malformed() {
        return malformed;
    }

    private int between(byte[] bytes, int from, int at) {
        switch (bytes[at]) {
            case ' ', '\t', '\r', '\n', 0x1e -> {
                return at + 1;
            }
            case ',' -> {
                malformed |= !inList;
                return at + 1;
            }
            case '[' -> {
                if (!inList) {
                    inList = true;
                    return at + 1;
                }
            }
            case ']' -> {
                malformed |= !inList;
                inList = false;
                return at + 1;
            }
            case '}', ':' -> {
                malformed = true;
                return at + 1;
            }
            default -> {}
        }
        inValue = true;
        begun = at - from;
        depth = 0;
        return at;
    }

    private int string(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            at = Bytes.indexOfEither(bytes, (byte) '"', (byte) '\\', at, end);
            if (at < end && bytes[at] == '"') {
                inString = false;
                return at + 1;
            }
            at += at < end ? 2 : 0;
        }
        return at;
    }

    private int within(byte[] bytes, int at) {
        switch (bytes[at]) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                if (depth == 0) {
                    inValue = false;
                    return at;
                }
                depth--;
            }
            case ',', ' ', '\n', '\r', '\t' -> {
                if (depth == 0) {
                    inValue = false;
                    return at;
                }
            }
            default -> {}
        }
        return at + 1;
    }

    private boolean found(int from, int to) {
        rowFrom = from + begun;
        rowTo = to;
        next = to;
        restart();
        return true;
    }

    private void restart() {
        searched = 0;
        inValue = false;
        inString = false;
        depth = 0;
    }
}
