package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;

/// The parts of a string that are worth a look; parts that touch are one.
final class Windows {

    private final int length;
    private final List<int[]> windows = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    Windows(int length) {
        this.length = length;
    }

    /// Added in the order of the string.
    void add(int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(length, to);
        if (!windows.isEmpty() && windows.getLast()[1] >= start) {
            windows.getLast()[1] = Math.max(windows.getLast()[1], end);
        } else {
            windows.add(new int[] {start, end});
        }
    }

    /// Remembers a place.
    void mark(int at) {
        marks.add(at);
    }

    List<Integer> marks() {
        return marks;
    }

    List<int[]> all() {
        return windows;
    }
}
