package org.provgate.inspection.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Looks at every second place for four bytes that some literal holds, and compares literals only there: most text is
/// passed over without being followed byte by byte.
///
/// Of every literal two neighbouring groups of four are known, so that one of them begins at an even place wherever the
/// literal stands; they are its rarest. A literal too short for two is known with every byte beside it.
final class GramScanner implements LiteralScanner {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Makes letters of either case alike, and some other bytes too.
    private static final long FOLD = 0x2020202020202020L;

    private static final int MIX = 0x9E3779B1;
    private static final int BITS = 20;
    private static final int GRAM = 4;
    private static final int WORD = 8;
    private static final int TAIL = 16;
    private static final int STEP = 6;
    private static final int BLOCK = 512;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_INPUT = 256;
    private static final int CHAINS = 1 << 14;

    private final DenseAutomaton automaton;
    private final byte[][] literals;
    private final long[] known = new long[1 << (BITS - 6)];
    private final int[] begins = new int[CHAINS + 1];
    private final int[] literalOf;
    private final int[] offsetOf;
    private final long[] maskOf;
    private final long[] wordOf;
    private final int longest;

    /// @param literals in ASCII; where some are too short for groups, an automaton alone looks for all
    static LiteralScanner of(List<String> literals) {
        return literals.stream().allMatch(literal -> literal.length() >= SHORTEST)
                ? new GramScanner(literals)
                : new DenseAutomaton(literals);
    }

    private GramScanner(List<String> literals) {
        this.automaton = new DenseAutomaton(literals);
        this.longest = automaton.longest();
        this.literals = literals.stream().map(DenseAutomaton::folded).toArray(byte[][]::new);
        List<SortedSet<Entry>> chains = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            chains.add(new TreeSet<>(Comparator.comparingInt(Entry::literal).thenComparingInt(Entry::offset)));
        }
        for (int literal = 0; literal < this.literals.length; literal++) {
            know(this.literals[literal], literal, chains);
        }
        int[] sizes = chains.stream().mapToInt(Set::size).toArray();
        for (int i = 0; i < CHAINS; i++) {
            begins[i + 1] = begins[i] + sizes[i];
        }
        List<Entry> entries = chains.stream().flatMap(Set::stream).toList();
        literalOf = entries.stream().mapToInt(Entry::literal).toArray();
        offsetOf = entries.stream().mapToInt(Entry::offset).toArray();
        maskOf = entries.stream().mapToLong(this::mask).toArray();
        wordOf = entries.stream().mapToLong(this::word).toArray();
    }

    /// One group of a literal.
    private record Entry(int literal, int offset) {}

    /// Which of the eight bytes from the group on are the literal's.
    private long mask(Entry entry) {
        long mask = 0;
        for (int i = 0; i < WORD; i++) {
            int at = entry.offset() + i;
            mask |= at >= 0 && at < literals[entry.literal()].length ? 0xffL << (Byte.SIZE * i) : 0;
        }
        return mask;
    }

    private long word(Entry entry) {
        byte[] literal = literals[entry.literal()];
        long word = 0;
        for (int i = 0; i < WORD; i++) {
            int at = entry.offset() + i;
            word |= at >= 0 && at < literal.length ? ((literal[at] | ' ') & 0xffL) << (Byte.SIZE * i) : 0;
        }
        return word;
    }

    private void know(byte[] word, int literal, List<SortedSet<Entry>> chains) {
        if (word.length > GRAM) {
            int rarest = 0;
            for (int at = 1; at + GRAM < word.length; at++) {
                rarest = rarity(word, at) > rarity(word, rarest) ? at : rarest;
            }
            know(gram(word, rarest), literal, rarest, chains);
            know(gram(word, rarest + 1), literal, rarest + 1, chains);
            return;
        }
        byte[] beside = new byte[GRAM + 1];
        System.arraycopy(word, 0, beside, 1, word.length);
        for (int other = 0; other < 256; other++) {
            beside[0] = (byte) other;
            know(gram(beside, 0), literal, -1, chains);
        }
        for (int other = 0; other < (word.length == GRAM ? 1 : 256); other++) {
            if (word.length < GRAM) {
                beside[GRAM] = (byte) other;
            }
            know(gram(beside, 1), literal, 0, chains);
        }
    }

    private static int rarity(byte[] word, int at) {
        return FrequentGrams.rarity(word, at) + FrequentGrams.rarity(word, at + 1);
    }

    private static int gram(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }

    /// @param offset of the group in the literal
    private void know(int gram, int literal, int offset, List<SortedSet<Entry>> chains) {
        int hash = hash(gram | (int) FOLD);
        known[hash >>> 6] |= 1L << hash;
        chains.get(hash & (CHAINS - 1)).add(new Entry(literal, offset));
    }

    private static int hash(int folded) {
        return (folded * MIX) >>> (Integer.SIZE - BITS);
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public int length(int literal) {
        return literals[literal].length;
    }

    @Override
    public void scan(byte[] bytes, int lead, int from, int to, Hits hits) {
        int until = to - from < SHORTEST_INPUT ? from : to - TAIL;
        int before = hits.size();
        if (until > from) {
            search(bytes, lead, from, until, hits);
            hits.order(before);
        }
        // What ends within the last bytes cannot be looked at in words.
        automaton.walk(bytes, lead, until, to, hits);
    }

    /// First notes where to compare, without a branch that would have to be foreseen, then compares.
    private void search(byte[] bytes, int lead, int from, int until, Hits hits) {
        int[] noted = new int[Math.min(BLOCK, (until - from + longest) / STEP + 1) + 1];
        for (int at = Math.max(lead, from - longest) & -2; at < until; at += BLOCK * STEP) {
            int end = Math.min(until, at + BLOCK * STEP);
            int count = note(bytes, at, end, noted);
            for (int i = 0; i < count; i++) {
                for (int place = noted[i]; place < noted[i] + STEP; place += 2) {
                    compare(bytes, place, lead, from, until, hits);
                }
            }
        }
    }

    private int note(byte[] bytes, int from, int end, int[] noted) {
        long[] bits = known;
        int count = 0;
        for (int at = from; at < end; at += STEP) {
            long word = (long) LONGS.get(bytes, at) | FOLD;
            int hash0 = hash((int) word);
            int hash1 = hash((int) (word >>> 16));
            int hash2 = hash((int) (word >>> 32));
            long any = bits[hash0 >>> 6] >>> hash0 | bits[hash1 >>> 6] >>> hash1 | bits[hash2 >>> 6] >>> hash2;
            noted[count] = at;
            count += (int) any & 1;
        }
        return count;
    }

    private void compare(byte[] bytes, int place, int lead, int from, int until, Hits hits) {
        long word = (long) LONGS.get(bytes, place) | FOLD;
        int hash = hash((int) word);
        if ((known[hash >>> 6] >>> hash & 1) == 0) {
            return;
        }
        int chain = hash & (CHAINS - 1);
        for (int i = begins[chain]; i < begins[chain + 1]; i++) {
            if ((word & maskOf[i]) == wordOf[i]) {
                int start = place - offsetOf[i];
                byte[] literal = literals[literalOf[i]];
                int end = start + literal.length;
                if (start >= lead && end > from && end <= until && stands(bytes, start, literal)) {
                    hits.add(end, literalOf[i]);
                }
            }
        }
    }

    private static boolean stands(byte[] bytes, int start, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            int value = bytes[start + i];
            if (value != word[i] && (value < 'A' || value > 'Z' || value + 32 != word[i])) {
                return false;
            }
        }
        return true;
    }
}
