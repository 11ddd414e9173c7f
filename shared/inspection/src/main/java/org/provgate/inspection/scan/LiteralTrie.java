package org.provgate.inspection.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The automaton while it is built: a trie whose missing steps are taken from the longest suffix it also knows.
final class LiteralTrie {

    private static final int MISSING = -1;
    private static final int MOST_STATES = 1 << Character.SIZE;

    private final int width;
    private final List<int[]> next = new ArrayList<>();
    private final List<int[]> found = new ArrayList<>();
    private final List<Integer> nearestFirst = new ArrayList<>();

    LiteralTrie(int width, char[] columns, byte[][] words) {
        this.width = width;
        addState();
        for (int literal = 0; literal < words.length; literal++) {
            int state = 0;
            for (byte value : words[literal]) {
                int column = columns[value & 0xff];
                if (next.get(state)[column] == MISSING) {
                    next.get(state)[column] = addState();
                }
                state = next.get(state)[column];
            }
            found.set(state, joined(found.get(state), new int[] {literal}));
        }
        complete();
    }

    private int addState() {
        if (next.size() == MOST_STATES) {
            throw new IllegalArgumentException("literals need more than " + MOST_STATES + " states");
        }
        int[] row = new int[width];
        Arrays.fill(row, MISSING);
        next.add(row);
        found.add(new int[0]);
        return next.size() - 1;
    }

    private void complete() {
        int[] suffix = new int[size()];
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.add(0);
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            nearestFirst.add(state);
            int[] row = next.get(state);
            for (int column = 0; column < width; column++) {
                int fallback = state == 0 ? 0 : next.get(suffix[state])[column];
                if (row[column] == MISSING) {
                    row[column] = fallback;
                } else {
                    int child = row[column];
                    suffix[child] = fallback;
                    found.set(child, joined(found.get(child), found.get(fallback)));
                    waiting.add(child);
                }
            }
        }
    }

    private static int[] joined(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    int size() {
        return next.size();
    }

    int next(int state, int column) {
        return next.get(state)[column];
    }

    int[] found(int state) {
        return found.get(state);
    }

    int quietStates() {
        return (int) found.stream().filter(literals -> literals.length == 0).count();
    }

    /// New numbers for the states, in which those that end a literal come after those that do not. Those near the root
    /// come first: text seldom leads far from it, and what is used together should lie together.
    int[] findingLast() {
        int[] number = new int[size()];
        int quiet = 0;
        int finding = quietStates();
        for (int state : nearestFirst) {
            number[state] = found.get(state).length == 0 ? quiet++ : finding++;
        }
        return number;
    }
}
