package org.provgate.inspection.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Aho-Corasick as a table: one step a byte, whatever the number of literals.
///
/// Bytes that no literal holds share a column, letters of either case share one, and states that end a literal come
/// last, so that one comparison tells whether anything was found. Long input is read in four places at once, because
/// a single automaton spends its time waiting for memory.
public final class DenseAutomaton implements LiteralScanner {

    private static final int STREAMS = 4;
    private static final int SHORTEST_STREAM = 2048;

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

    private static byte[] folded(String literal) {
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
        int width = 1;
        for (byte[] word : words) {
            for (byte value : word) {
                if (columns[value & 0xff] == 0) {
                    columns[value & 0xff] = (char) width++;
                }
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
            walk(bytes, 0, Math.max(lead, from - back), from, to, hits);
            return;
        }
        int from1 = from + each;
        int from2 = from1 + each;
        int from3 = from2 + each;
        int p0 = Math.max(lead, from - back);
        int p1 = from1 - back;
        int p2 = from2 - back;
        int p3 = from3 - back;
        Hits hits1 = new Hits();
        Hits hits2 = new Hits();
        Hits hits3 = new Hits();
        int s0 = 0;
        int s1 = 0;
        int s2 = 0;
        int s3 = 0;
        char[] next = table;
        char[] column = columns;
        int wide = shift;
        int finding = firstFinding;
        for (int end = from1; p0 < end; p0++, p1++, p2++, p3++) {
            s0 = next[(s0 << wide) + column[bytes[p0] & 0xff]];
            s1 = next[(s1 << wide) + column[bytes[p1] & 0xff]];
            s2 = next[(s2 << wide) + column[bytes[p2] & 0xff]];
            s3 = next[(s3 << wide) + column[bytes[p3] & 0xff]];
            if (s0 >= finding) {
                report(s0, p0 + 1, from, hits);
            }
            if (s1 >= finding) {
                report(s1, p1 + 1, from1, hits1);
            }
            if (s2 >= finding) {
                report(s2, p2 + 1, from2, hits2);
            }
            if (s3 >= finding) {
                report(s3, p3 + 1, from3, hits3);
            }
        }
        // The first stream has less behind its border to look at, or as much; the others have a few bytes left.
        walk(bytes, s1, p1, from1, from2, hits1);
        walk(bytes, s2, p2, from2, from3, hits2);
        walk(bytes, s3, p3, from3, to, hits3);
        hits.append(hits1);
        hits.append(hits2);
        hits.append(hits3);
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
        if (end > from) {
            for (int literal : found[state]) {
                hits.add(end, literal);
            }
        }
    }
}
