package org.provgate.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What happened, line by line, where somebody wants to know.
final class Trace {

    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean wanted) {
        this.wanted = wanted;
    }

    void add(Supplier<String> line) {
        if (wanted) {
            String text = line.get();
            if (!text.isEmpty()) {
                lines.add(text);
            }
        }
    }

    List<String> lines() {
        return lines;
    }
}
