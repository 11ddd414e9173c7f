package org.provgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Seconds of processor time, the least of several runs: what else the machine does hardly counts.
final class Stopwatch {

    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;

    /// What the shell says of those it waited for: user and system time.
    private static final Pattern CHILDREN = Pattern.compile("(?s).*\\n(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*");

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Stopwatch() {}

    /// Work that may meet a fault of the disk.
    interface Work {
        void run() throws IOException;
    }

    static double seconds(Work work) throws IOException {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = SYSTEM.getProcessCpuTime();
            work.run();
            least = Math.min(least, (SYSTEM.getProcessCpuTime() - begin) / NANOS);
        }
        return least;
    }

    /// Of another program; empty where it is not installed.
    ///
    /// @param command for the shell, with `"$1"` and `"$2"` for the files
    static OptionalDouble peer(String command, Path... files) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> call = new ArrayList<>(List.of("sh", "-c", command + " >/dev/null && times", "sh"));
            for (Path file : files) {
                call.add(file.toString());
            }
            Process process = new ProcessBuilder(call)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher times = CHILDREN.matcher(said);
            if (process.waitFor() != 0 || !times.matches()) {
                return OptionalDouble.empty();
            }
            least = Math.min(
                    least,
                    MINUTE * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(3)))
                            + Double.parseDouble(times.group(2))
                            + Double.parseDouble(times.group(4)));
        }
        return OptionalDouble.of(least);
    }
}
