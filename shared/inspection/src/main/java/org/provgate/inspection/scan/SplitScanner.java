package org.provgate.inspection.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// Literals in ASCII are looked for everywhere, all others only round bytes that are not ASCII: each of the two
/// automata stays small, and most text needs only one of them.
public final class SplitScanner implements LiteralScanner {

    private static final int NEIGHBOURS = 16;
    private static final int CHARACTER = 4;

    private final LiteralScanner ascii;
    private final DenseAutomaton wide;
    private final int[] asciiNumbers;
    private final int[] wideNumbers;
    private final int[] lengths;
    private final IntPredicate disguise;

    /// The first two bytes of every character that a literal holds; most other characters need no closer look.
    private final BitSet begins = new BitSet();

    /// @param disguise characters that are reported, under the number behind the last literal's, where they touch an
    /// ASCII letter
    public SplitScanner(List<String> literals, IntPredicate disguise) {
        this.disguise = disguise;
        List<Integer> plain = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            (literals.get(i).chars().allMatch(ch -> ch < 0x80) ? plain : others).add(i);
        }
        asciiNumbers = plain.stream().mapToInt(Integer::intValue).toArray();
        wideNumbers = others.stream().mapToInt(Integer::intValue).toArray();
        ascii = GramScanner.of(plain.stream().map(literals::get).toList());
        wide = new DenseAutomaton(others.stream().map(literals::get).toList());
        lengths = new int[literals.size()];
        for (int literal : wideNumbers) {
            byte[] bytes = literals.get(literal).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i + 1 < bytes.length; i++) {
                begins.set(pair(bytes[i], bytes[i + 1]));
            }
        }
        for (int i = 0; i < asciiNumbers.length; i++) {
            lengths[asciiNumbers[i]] = ascii.length(i);
        }
        for (int i = 0; i < wideNumbers.length; i++) {
            lengths[wideNumbers[i]] = wide.length(i);
        }
    }

    @Override
    public void scan(byte[] bytes, int lead, int from, int to, Hits hits) {
        int before = hits.size();
        ascii.scan(bytes, lead, from, to, hits);
        hits.renumber(before, asciiNumbers);
        int plain = hits.size();
        // A literal may have begun before the border.
        int at = Math.max(lead, from - NEIGHBOURS);
        int reported = from;
        while (at < to) {
            int start = Ascii.firstOther(bytes, at, to);
            if (start == to) {
                break;
            }
            if (start + 1 < to && !begins.get(pair(bytes[start], bytes[start + 1]))) {
                at = start + 2;
                continue;
            }
            int end = behind(bytes, start, to);
            if (end > reported) {
                wide.scan(bytes, lead, Math.max(reported, start), end, hits);
                reported = end;
            }
            at = end;
        }
        hits.renumber(plain, wideNumbers);
        disguises(bytes, Math.max(lead, from - CHARACTER), from, to, hits);
        if (hits.size() > plain) {
            hits.sort(before);
        }
    }

    private static int pair(byte first, byte second) {
        return (first & 0xff) << 8 | (second & 0xff);
    }

    private void disguises(byte[] bytes, int start, int from, int to, Hits hits) {
        int at = Ascii.firstOther(bytes, start, to);
        while (at < to) {
            int length = bytes[at] >= (byte) 0xe0 ? 3 : 2;
            int end = at + length;
            if (bytes[at] >= (byte) 0xc2 && bytes[at] < (byte) 0xf0 && end <= to) {
                boolean touches = (at > start && letter(bytes[at - 1])) || (end < to && letter(bytes[end]));
                // A letter behind the border is seen by whoever searches there.
                int reported = end < to && !(at > start && letter(bytes[at - 1])) ? end + 1 : end;
                if (touches && reported > from && disguise.test(character(bytes, at, length))) {
                    hits.add(reported, lengths.length);
                }
                at = Ascii.firstOther(bytes, end, to);
            } else {
                at = Ascii.firstOther(bytes, at + 1, to);
            }
        }
    }

    private static boolean letter(byte value) {
        int lower = value | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static int character(byte[] bytes, int at, int length) {
        return length == 2
                ? (bytes[at] & 0x1f) << 6 | (bytes[at + 1] & 0x3f)
                : (bytes[at] & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6 | (bytes[at + 2] & 0x3f);
    }

    /// Where the bytes round one that is not ASCII end.
    private static int behind(byte[] bytes, int start, int to) {
        int last = start;
        for (int i = start; i < Math.min(to, last + NEIGHBOURS); i++) {
            if (bytes[i] < 0) {
                last = i;
            }
        }
        return Math.min(to, last + NEIGHBOURS);
    }

    @Override
    public int longest() {
        return Math.max(ascii.longest(), wide.longest());
    }

    @Override
    public int length(int literal) {
        return literal == lengths.length ? 1 : lengths[literal];
    }
}
