package org.provgate.inspection.evidence;

import java.nio.charset.StandardCharsets;
import org.provgate.inspection.fingerprint.Triggers.Look;
import org.provgate.inspection.rows.Bytes;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.text.JsonStrings;

/// Walks one JSON value, decodes only the strings that matter, and hands them to the examiner.
///
/// Lenient: it wants to see what is there, not to teach JSON. What it cannot follow makes it answer `false`.
public final class JsonWalk {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_READ = 4096;
    private static final Hits NONE = new Hits();

    private final RowExaminer examiner;
    private final int deepest;
    private boolean tooDeep;
    private byte[] bytes = new byte[0];
    private int at;
    private int to;
    private int depth;
    private Hits hits = NONE;
    private int nextHit;
    private int lastHit;
    private boolean counting;
    private int counted;
    private long line = 1;

    /// @param deepest nesting that is followed
    public JsonWalk(RowExaminer examiner, int deepest) {
        this.examiner = examiner;
        this.deepest = deepest;
    }

    /// Whether the last value could not be followed because of its depth alone.
    public boolean tooDeep() {
        return tooDeep;
    }

    /// Examines one value; `false` when it is not JSON from end to end.
    ///
    /// @param found what the scanner found, from `firstHit` on within the value
    public boolean row(byte[] row, int from, int end, Hits found, int firstHit, int behindHit, long firstLine) {
        hits = found;
        nextHit = firstHit;
        lastHit = behindHit;
        counting = true;
        counted = from;
        line = firstLine;
        return walk(row, from, end, KeyMeaning.NONE);
    }

    /// Examines what stands between quotes, and between those, in something that is no whole JSON value.
    public void pieces(byte[] row, int from, int end, long firstLine) {
        bytes = row;
        counting = true;
        counted = from;
        line = firstLine;
        to = end;
        for (int start = from; start < end; ) {
            int stop = closing(start);
            examiner.plain(JsonStrings.decode(row, start, Math.min(stop, end)), lineAt(start));
            start = stop + 1;
        }
    }

    boolean embedded(byte[] value, KeyMeaning key, long everywhere) {
        hits = examiner.scan(value);
        nextHit = 0;
        lastHit = hits.size();
        counting = false;
        line = everywhere;
        return walk(value, 0, value.length, key);
    }

    /// The line of a place; places are asked for in order.
    private long lineAt(int place) {
        if (counting && counted < place) {
            line += Bytes.count(bytes, (byte) '\n', counted, place);
            counted = place;
        }
        return line;
    }

    private boolean walk(byte[] value, int from, int end, KeyMeaning key) {
        bytes = value;
        at = from;
        to = end;
        depth = 0;
        tooDeep = false;
        boolean whole = value(key);
        space();
        return whole && at == to;
    }

    private boolean value(KeyMeaning key) {
        space();
        if (at >= to) {
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> object(key);
            case '[' -> list(key);
            case '"' -> string(key);
            default -> bare(key);
        };
    }

    private boolean object(KeyMeaning key) {
        if (++depth > deepest) {
            tooDeep = true;
            return false;
        }
        examiner.begin(key, false, lineAt(at));
        at++;
        boolean whole = members();
        examiner.end();
        depth--;
        return whole;
    }

    private boolean members() {
        space();
        if (at < to && bytes[at] == '}') {
            at++;
            return true;
        }
        while (at < to) {
            space();
            if (at >= to || bytes[at] != '"') {
                return false;
            }
            KeyMeaning key = key();
            space();
            if (at >= to || bytes[at++] != ':' || !value(key)) {
                return false;
            }
            space();
            if (at < to && bytes[at] == ',') {
                at++;
            } else {
                return at < to && bytes[at++] == '}';
            }
        }
        return false;
    }

    private KeyMeaning key() {
        int start = at + 1;
        int end = closing(start);
        at = Math.min(to, end + 1);
        return end - start > LONGEST_KEY ? KeyMeaning.NONE : examiner.member(bytes, start, end);
    }

    private boolean list(KeyMeaning key) {
        if (++depth > deepest) {
            tooDeep = true;
            return false;
        }
        examiner.begin(key, true, lineAt(at));
        at++;
        boolean whole = elements(key);
        examiner.end();
        depth--;
        return whole;
    }

    private boolean elements(KeyMeaning key) {
        space();
        if (at < to && bytes[at] == ']') {
            at++;
            return true;
        }
        while (at < to) {
            if (!value(key)) {
                return false;
            }
            space();
            if (at < to && bytes[at] == ',') {
                at++;
            } else {
                return at < to && bytes[at++] == ']';
            }
        }
        return false;
    }

    private boolean string(KeyMeaning key) {
        int start = at + 1;
        int end = closing(start);
        if (end >= to) {
            return false;
        }
        at = end + 1;
        while (nextHit < lastHit && hits.end(nextHit) <= start) {
            nextHit++;
        }
        Look look = examiner.look(bytes, start, end, hits, nextHit, lastHit);
        if (look != Look.NOTHING || (key.readAlways() && end - start < LONGEST_READ)) {
            examiner.text(key, JsonStrings.decode(bytes, start, end), look, lineAt(start));
        } else {
            examiner.skipped(key, end - start, key.shapes().isEmpty() ? line : lineAt(start));
        }
        return true;
    }

    /// Index of the quote that closes the string, or the end of the value.
    private int closing(int start) {
        int at = start;
        while (at < to) {
            at = Bytes.indexOfEither(bytes, (byte) '"', (byte) '\\', at, to);
            if (at < to && bytes[at] == '"') {
                return at;
            }
            at += 2;
        }
        return to;
    }

    private boolean bare(KeyMeaning key) {
        int start = at;
        while (at < to && word(bytes[at])) {
            at++;
        }
        if (at == start) {
            return false;
        }
        if (key.readAlways()) {
            examiner.bare(key, new String(bytes, start, at - start, StandardCharsets.US_ASCII), lineAt(start));
        } else {
            examiner.skipped(key, 0, key.shapes().isEmpty() ? line : lineAt(start));
        }
        return true;
    }

    private static boolean word(byte value) {
        return (value >= '0' && value <= '9')
                || (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || value == '-'
                || value == '+'
                || value == '.';
    }

    private void space() {
        while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }
}
