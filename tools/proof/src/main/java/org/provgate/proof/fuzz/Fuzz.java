package org.provgate.proof.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.bench.Sections;

/// Lets Jazzer look for inputs of which neither a value nor a finding comes, one target after the other. What is found
/// lies in the working folder; it belongs into `src/fuzz`, with the mend.
///
/// usage: Fuzz ROOT WORKING_FOLDER SECONDS \[TARGET\]
public final class Fuzz {

    /// Shorter runs are a check, and no figure for the page.
    private static final int WORTH_A_FIGURE = 30;

    private static final int AT_ONCE = 2;

    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern COVERED = Pattern.compile("\\bcov: (\\d+)");
    private static final Pattern THROWN = Pattern.compile("== Java (?:Exception|Assertion Error): (.*)");

    private final Path root;
    private final Path folder;
    private final int seconds;

    private Fuzz(Path root, Path folder, int seconds) {
        this.root = root;
        this.folder = folder;
        this.seconds = seconds;
    }

    private record Tried(FuzzTarget target, long executions, long covered, List<String> faults) {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[2]);
        List<FuzzTarget> targets =
                arguments.length > 3 ? List.of(FuzzTarget.of(arguments[3])) : List.of(FuzzTarget.values());
        Fuzz fuzz = new Fuzz(root, Path.of(arguments[1]).resolve("fuzz"), seconds);
        List<Tried> tried = fuzz.all(targets);
        List<String> faults =
                tried.stream().flatMap(one -> one.faults().stream()).toList();
        faults.forEach(fault -> System.err.println("FAULT " + fault));
        if (seconds >= WORTH_A_FIGURE && targets.size() == FuzzTarget.values().length) {
            Sections.write(root.resolve("docs/proof.md"), "fuzz", text(tried, seconds));
        }
        System.out.printf(
                "%,d executions of %d targets, %d faults%n",
                tried.stream().mapToLong(Tried::executions).sum(), tried.size(), faults.size());
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static String text(List<Tried> tried, int seconds) {
        StringBuilder text = new StringBuilder("""
            ### Fuzzed

            `tools/proof/run fuzz %d`: Jazzer, led by coverage, %d s for each target, from our own examples and what earlier runs \
            kept. A manifest goes its whole way: read, decided, reported, written in another format; the facts of a \
            file are stored and read again; a request goes through the function over embedded servers. Whatever is neither a value \
            nor a finding is a fault. What once led to one is kept in `tools/proof/src/fuzz` and tried in every build.

            | target | executions | edges seen | faults |
            | --- | ---: | ---: | --- |
            """.formatted(seconds, seconds));
        for (Tried one : tried) {
            text.append("| %s | %,d | %,d | %s |\n"
                    .formatted(
                            one.target().what(),
                            one.executions(),
                            one.covered(),
                            one.faults().isEmpty()
                                    ? "none"
                                    : Integer.toString(one.faults().size())));
        }
        return text.append("\n%,d executions in all.\n"
                        .formatted(tried.stream().mapToLong(Tried::executions).sum()))
                .toString();
    }

    private List<Tried> all(List<FuzzTarget> targets) throws InterruptedException, ExecutionException {
        List<Tried> tried = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Tried>> running = targets.stream()
                    .map(target -> workers.submit(() -> one(target)))
                    .toList();
            for (Future<Tried> each : running) {
                tried.add(each.get());
            }
        }
        return tried;
    }

    private Tried one(FuzzTarget target) throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(folder.resolve("seeds").resolve(target.word()));
        Path grown = Files.createDirectories(folder.resolve("corpus").resolve(target.word()));
        Path found = Files.createDirectories(folder.resolve("found").resolve(target.word()));
        Path log = folder.resolve(target.word() + ".log");
        int number = 0;
        for (byte[] input : target.kept(root).values()) {
            Files.write(seeds.resolve("seed-%03d".formatted(number++)), input);
        }
        try (Stream<Path> earlier = Files.list(found)) {
            for (Path old : earlier.toList()) {
                Files.delete(old);
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Entry.class.getName(),
                        "--target_args=" + target.word(),
                        "--instrumentation_includes=org.provgate.**",
                        // Tables, and distances between names: much work, and no new way through the code.
                        "--instrumentation_excludes=org.provgate.registry.**:org.provgate.core.claim.Spelling:"
                                + "org.provgate.inspection.scan.**",
                        "--custom_hook_includes=org.provgate.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_total_time=" + seconds,
                        "-print_final_stats=1",
                        "-timeout=20",
                        "-rss_limit_mb=3000",
                        "-max_len=65536",
                        grown.toString(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        String said = Files.readString(log);
        List<String> faults = new ArrayList<>(THROWN.matcher(said)
                .results()
                .map((MatchResult fault) -> target.word() + ": " + fault.group(1))
                .toList());
        if (exit != 0 && faults.isEmpty()) {
            faults.add(target.word() + ": ended with " + exit + ", see " + log);
        }
        System.err.printf("%s: %,d executions, %d faults%n", target.word(), last(EXECUTED, said), faults.size());
        return new Tried(target, last(EXECUTED, said), last(COVERED, said), faults);
    }

    private static long last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .reduce((_, later) -> later)
                .orElse(0L);
    }
}
