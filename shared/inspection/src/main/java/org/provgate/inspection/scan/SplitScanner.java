package org.provgate.inspection.scan;

import java.util.ArrayList;
import java.util.List;

/// Literals in ASCII are looked for everywhere, all others only round bytes that are not ASCII: each of the two
/// automata stays small, and most text needs only one of them.
public final class SplitScanner implements LiteralScanner {

    private static final int NEIGHBOURS = 16;

    private final DenseAutomaton ascii;
    private final DenseAutomaton wide;
    private final int[] asciiNumbers;
    private final int[] wideNumbers;
    private final int[] lengths;

    public SplitScanner(List<String> literals) {
        List<Integer> plain = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            (literals.get(i).chars().allMatch(ch -> ch < 0x80) ? plain : others).add(i);
        }
        asciiNumbers = plain.stream().mapToInt(Integer::intValue).toArray();
        wideNumbers = others.stream().mapToInt(Integer::intValue).toArray();
        ascii = new DenseAutomaton(plain.stream().map(literals::get).toList());
        wide = new DenseAutomaton(others.stream().map(literals::get).toList());
        lengths = new int[literals.size()];
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
            int end = behind(bytes, start, to);
            if (end > reported) {
                wide.scan(bytes, lead, Math.max(reported, start), end, hits);
                reported = end;
            }
            at = end;
        }
        if (hits.size() > plain) {
            hits.renumber(plain, wideNumbers);
            hits.sort(before);
        }
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
        return lengths[literal];
    }
}
