package org.provgate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.bench.Sections;

/// Writes what the simulation counted.
///
/// usage: Simulation PAGE FIGURES SECONDS
final class Simulation {

    private static final Map<String, String> FAULTS = new TreeMap<>(Map.of(
            "fault CRASH_BEFORE", "process ended before a call had its effect",
            "fault CRASH_AFTER", "process ended after a call had its effect",
            "fault REFUSED", "call throttled",
            "fault TIMED_OUT", "call timed out, though it had its effect",
            "fault OWN_ECHO", "conditional write sent twice by its client"));

    private static final Map<String, String> STEPS = new TreeMap<>(Map.ofEntries(
            Map.entry("step Upload", "uploads and replacements"),
            Map.entry("step Hide", "delete markers set"),
            Map.entry("step Show", "delete markers taken off"),
            Map.entry("step Forge", "tags forged afterwards"),
            Map.entry("step Lose", "notices lost"),
            Map.entry("step Repeat", "notices told twice"),
            Map.entry("step Replay", "records of the stream told again"),
            Map.entry("step SetPolicy", "policies changed in flight"),
            Map.entry("step Waive", "waivers granted in flight"),
            Map.entry("step Rule", "rulings of operators"),
            Map.entry("step Wait", "jumps of the clock"),
            Map.entry("step StartSweep", "sweeps"),
            Map.entry("step StartBacklog", "backlogs taken in"),
            Map.entry("step StartRescan", "rescans")));

    private Simulation() {}

    public static void main(String[] arguments) throws IOException {
        SortedMap<String, Long> counted = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            int tab = line.indexOf('\t');
            counted.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
        }
        long first = counted.getOrDefault("first", 0L);
        long schedules = counted.getOrDefault("schedules", 0L);
        StringBuilder text = new StringBuilder("""
            ### Simulated

            `tools/proof/run simulation %d`: %,d schedules, seeds %d to %d, %s s. Every promise held after every call and at \
            rest: every version in one place and byte for byte, nothing readable without a verdict on that version, a history that only \
            grows and is chained, every submission ended. Workers made %,d calls of a port, any two of them in any order.

            | faults survived | |
            | --- | ---: |
            """.formatted(
                schedules, schedules, first, first + schedules - 1, arguments[2], counted.getOrDefault("calls", 0L)));
        table(text, FAULTS, counted);
        text.append("\n| what else happened | |\n| --- | ---: |\n");
        table(text, STEPS, counted);
        Sections.write(Path.of(arguments[0]), "simulation", text.toString());
        System.out.print(text);
    }

    private static void table(StringBuilder text, Map<String, String> names, Map<String, Long> counted) {
        names.forEach((key, words) -> {
            if (counted.containsKey(key)) {
                text.append("| %s | %,d |\n".formatted(words, counted.getOrDefault(key, 0L)));
            }
        });
    }
}
