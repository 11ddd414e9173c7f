package org.provgate.inspection.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Aho-Corasick as a table: one step a byte, whatever the number of literals.
///
/// Bytes that no literal holds share a column, letters of either case share one, and states that end a literal come
/// last, so that one comparison tells whether anything was found. Common bytes have neighbouring columns, so that most
/// steps stay within one line of the cache a state. Long input is read in four places at once, because a single
/// automaton spends its time waiting for memory.
public final class DenseAutomaton implements LiteralScanner {

    private static final int STREAMS = 4;
    private static final int FEW = 16;
    private static final int SHORTEST_STREAM = 256;

    /// What text mostly consists of.
    private static final byte[] COMMON = " etaoinsrhldcumfpgwybvk,.'\"-:\\".getBytes(StandardCharsets.US_ASCII);

    private final char[] columns = new char[256];
    private final int shift;
    private final char[] table;
    private final int firstFinding;
    private final int[][] found;
    private final int[] lengths;
    private final int longest;

    public DenseAutomaton(List<String> literals) {
        byte[][] words = literals.stream().map(DenseAutomaton::folded).toArray(byte[][]::new);
        lengths = Arrays.stream(words).mapToInt(word -> word.length).toArray();
        longest = Arrays.stream(lengths).max().orElse(1);
        int width = assignColumns(words);
        shift = 32 - Integer.numberOfLeadingZeros(width - 1);
        LiteralTrie trie = new LiteralTrie(width, columns, words);
        int[] number = trie.findingLast();
        firstFinding = trie.quietStates();
        found = new int[trie.size()][];
        table = new char[trie.size() << shift];
        for (int state = 0; state < trie.size(); state++) {
            for (int column = 0; column < width; column++) {
                table[(number[state] << shift) + column] = (char) number[trie.next(state, column)];
            }
            found[number[state]] = trie.found(state);
        }
    }

    static byte[] folded(String literal) {
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a literal has at least one byte");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] = (byte) (bytes[i] + 32);
            }
        }
        return bytes;
    }

    private int assignColumns(byte[][] words) {
        boolean[] held = new boolean[columns.length];
        for (byte[] word : words) {
            for (byte value : word) {
                held[value & 0xff] = true;
            }
        }
        int width = 1;
        for (byte value : COMMON) {
            if (held[value]) {
                columns[value] = (char) width++;
            }
        }
        for (int value = 0; value < held.length; value++) {
            if (held[value] && columns[value] == 0) {
                columns[value] = (char) width++;
            }
        }
        for (int upper = 'A'; upper <= 'Z'; upper++) {
            columns[upper] = columns[upper + 32];
        }
        return width;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public int length(int literal) {
        return lengths[literal];
    }

    @Override
    public void scan(byte[] bytes, int lead, int from, int to, Hits hits) {
        int each = (to - from) / STREAMS;
        int back = longest - 1;
        if (each < Math.max(SHORTEST_STREAM, back)) {
            walk(bytes, lead, from, to, hits);
            return;
        }
        int from1 = from + each;
        int from2 = from1 + each;
        int from3 = from2 + each;
        int p0 = Math.max(lead, from - back);
        int p1 = from1 - back;
        int p2 = from2 - back;
        int p3 = from3 - back;
        Hits hits1 = new Hits(FEW);
        Hits hits2 = new Hits(FEW);
        Hits hits3 = new Hits(FEW);
        int[] states = new int[STREAMS];
        int done = 0;
        int steps = from1 - p0;
        while (done < steps) {
            done = run(bytes, states, p0 + done, p1 + done, p2 + done, p3 + done, from1) - p0;
            report(states[0], p0 + done, from, hits);
            report(states[1], p1 + done, from1, hits1);
            report(states[2], p2 + done, from2, hits2);
            report(states[3], p3 + done, from3, hits3);
        }
        // The first stream has less behind its border to look at, or as much; the others have a few bytes left.
        walk(bytes, states[1], p1 + done, from1, from2, hits1);
        walk(bytes, states[2], p2 + done, from2, from3, hits2);
        walk(bytes, states[3], p3 + done, from3, to, hits3);
        hits.append(hits1);
        hits.append(hits2);
        hits.append(hits3);
    }

    /// Steps on in all four places until one of them found something, or the first comes to `end`. Answers how far the
    /// first came. Without a call in it, the loop runs twice as fast.
    private int run(byte[] bytes, int[] states, int at0, int at1, int at2, int at3, int end) {
        char[] next = table;
        int row = shift;
        char[] column = columns;
        int finding = firstFinding;
        int s0 = states[0];
        int s1 = states[1];
        int s2 = states[2];
        int s3 = states[3];
        int p0 = at0;
        int p1 = at1;
        int p2 = at2;
        int p3 = at3;
        for (; p0 < end; p0++, p1++, p2++, p3++) {
            s0 = next[(s0 << row) + column[bytes[p0] & 0xff]];
            s1 = next[(s1 << row) + column[bytes[p1] & 0xff]];
            s2 = next[(s2 << row) + column[bytes[p2] & 0xff]];
            s3 = next[(s3 << row) + column[bytes[p3] & 0xff]];
            if (Math.max(Math.max(s0, s1), Math.max(s2, s3)) >= finding) {
                p0++;
                break;
            }
        }
        states[0] = s0;
        states[1] = s1;
        states[2] = s2;
        states[3] = s3;
        return p0;
    }

    /// Reports what ends within a few bytes.
    void walk(byte[] bytes, int lead, int from, int to, Hits hits) {
        walk(bytes, 0, Math.max(lead, from - longest + 1), from, to, hits);
    }

    private void walk(byte[] bytes, int entered, int start, int from, int to, Hits hits) {
        int state = entered;
        for (int i = start; i < to; i++) {
            state = table[(state << shift) + columns[bytes[i] & 0xff]];
            if (state >= firstFinding) {
                report(state, i + 1, from, hits);
            }
        }
    }

    private void report(int state, int end, int from, Hits hits) {
        if (state >= firstFinding && end > from) {
            for (int literal : found[state]) {
                hits.add(end, literal);
            }
        }
    }
}
