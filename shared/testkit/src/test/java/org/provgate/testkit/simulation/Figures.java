package org.provgate.testkit.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often what happened in many schedules, counted by the words of their traces.
final class Figures {

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long schedules;

    /// Of one schedule more.
    Trace next() {
        schedules++;
        return new Trace(this::count);
    }

    private void count(String line) {
        for (Fault fault : Fault.values()) {
            if (line.endsWith("<- " + fault)) {
                add("fault " + fault);
            }
        }
        if (line.startsWith("      failed: ")) {
            add("failures");
        } else if (line.startsWith("    ")) {
            add("calls");
        } else if (line.indexOf('[') > 0) {
            add("step " + line.substring(0, line.indexOf('[')));
        }
    }

    private void add(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    /// A line for each count.
    void write(Path file, long first) throws IOException {
        List<String> lines = new ArrayList<>(List.of("schedules\t" + schedules, "first\t" + first));
        counts.forEach((name, count) -> lines.add(name + "\t" + count));
        Files.write(file, lines);
    }
}
