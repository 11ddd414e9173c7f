package org.provgate.inspection.scan;

import java.util.Arrays;

/// A growing list of places where literals end, in the order they were found.
public final class Hits {

    private static final int LITERAL_BITS = 20;
    private static final long LITERAL_MASK = (1L << LITERAL_BITS) - 1;

    private long[] hits;
    private int size;

    public Hits() {
        this(256);
    }

    Hits(int room) {
        hits = new long[room];
    }

    public void add(int end, int literal) {
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        hits[size++] = ((long) end << LITERAL_BITS) | literal;
    }

    public int size() {
        return size;
    }

    /// Index of the byte behind the literal.
    public int end(int index) {
        return (int) (hits[index] >> LITERAL_BITS);
    }

    public int literal(int index) {
        return (int) (hits[index] & LITERAL_MASK);
    }

    public void clear() {
        size = 0;
    }

    /// Forgets the first hits and moves the others to where their bytes were moved.
    public void drop(int count, int shift) {
        size -= count;
        for (int i = 0; i < size; i++) {
            hits[i] = hits[i + count] - ((long) shift << LITERAL_BITS);
        }
    }

    /// Replaces the numbers of the literals from one hit on.
    void renumber(int from, int[] numbers) {
        for (int i = from; i < size; i++) {
            hits[i] = (hits[i] & ~LITERAL_MASK) | numbers[literal(i)];
        }
    }

    /// Puts the hits from one on in the order of their ends.
    void sort(int from) {
        Arrays.sort(hits, from, size);
    }

    /// The same, where it is not certain that they are out of order.
    void order(int from) {
        for (int i = from + 1; i < size; i++) {
            if (hits[i] < hits[i - 1]) {
                sort(from);
                return;
            }
        }
    }

    void append(Hits other) {
        if (size + other.size > hits.length) {
            hits = Arrays.copyOf(hits, Math.max(size + other.size, size * 2));
        }
        System.arraycopy(other.hits, 0, hits, size, other.size);
        size += other.size;
    }
}
