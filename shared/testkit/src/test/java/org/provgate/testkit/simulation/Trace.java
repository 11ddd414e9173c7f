package org.provgate.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What happened, line by line, where somebody wants to know.
final class Trace {

    private final boolean wanted;
    private final Consumer<String> reader;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean wanted) {
        this.wanted = wanted;
        this.reader = lines::add;
    }

    /// Keeps nothing: each line is handed on.
    Trace(Consumer<String> reader) {
        this.wanted = true;
        this.reader = reader;
    }

    void add(Supplier<String> line) {
        if (wanted) {
            String text = line.get();
            if (!text.isEmpty()) {
                reader.accept(text);
            }
        }
    }

    List<String> lines() {
        return lines;
    }
}
