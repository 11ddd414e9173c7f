package org.provgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.inspection.Limits;

/// How long a person waits for the smallest things the command does, launcher and all.
public final class StartUp {

    private static final int RUNS = 10;

    /// What `times` says of the children: minutes and seconds in the shell's own code and in the system's.
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s");

    private StartUp() {}

    /// One thing that is done.
    ///
    /// @param wall of each run
    /// @param processor what one run keeps processors busy, on average
    record Timed(String shown, List<Duration> wall, Duration processor, Duration promised) {
        Timed {
            wall = wall.stream().sorted().toList();
        }
    }

    /// @param arguments the command, a small submission, and the page whose section is written
    public static void main(String... arguments) throws IOException, InterruptedException {
        String command = arguments[0];
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Timed> timed = List.of(
                timed("`provgate --version`", Duration.ofMillis(200), List.of(command, "--version")),
                timed(
                        "`provgate validate` of two files",
                        Duration.ofMillis(500),
                        List.of(command, "validate", arguments[1])));
        Sections.write(
                Path.of(arguments[2]),
                "start-up",
                section(timed, Runtime.getRuntime().availableProcessors(), load));
    }

    private static Timed timed(String shown, Duration promised, List<String> command)
            throws IOException, InterruptedException {
        LongSupplier ticker = Limits.standard().ticker();
        List<Duration> wall = new ArrayList<>();
        Duration processor = Duration.ZERO;
        for (int run = 0; run <= RUNS; run++) {
            long begin = ticker.getAsLong();
            Duration busy = busy(command);
            // The first only brings files into memory.
            if (run > 0) {
                wall.add(Duration.ofNanos(ticker.getAsLong() - begin));
                processor = processor.plus(busy);
            }
        }
        return new Timed(shown, wall, processor.dividedBy(RUNS), promised);
    }

    private static Duration busy(List<String> command) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
        shell.addAll(command);
        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return ofChildren(said);
    }

    /// The second line is about the children.
    static Duration ofChildren(String times) {
        Duration sum = Duration.ZERO;
        Matcher parts = TIMES.matcher(times.lines().skip(1).findFirst().orElse(""));
        while (parts.find()) {
            sum = sum.plusMinutes(Long.parseLong(parts.group(1)))
                    .plusMillis(Math.round(Double.parseDouble(parts.group(2)) * 1000));
        }
        return sum;
    }

    static String section(List<Timed> timed, int processors, double load) {
        StringBuilder text = new StringBuilder("""
                ## Start-up

                What a person waits for, launcher and all, %d runs after one that is not counted, with the class cache that the
                first build makes. `tools/bench/start-up` measures it again. On %d processors; as it began, %.1f processes were
                waiting for them on average: with more than about one of them the clock shows what others do, too.

                | what | quickest | median | slowest | processors busy | promised |
                | --- | --- | --- | --- | --- | --- |
                """.formatted(RUNS, processors, load));
        for (Timed one : timed) {
            text.append("| %s | %s | %s | %s | %s | under %s |\n"
                    .formatted(
                            one.shown(),
                            seconds(one.wall().getFirst()),
                            seconds(one.wall().get(one.wall().size() / 2)),
                            seconds(one.wall().getLast()),
                            seconds(one.processor()),
                            seconds(one.promised())));
        }
        return text.toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
