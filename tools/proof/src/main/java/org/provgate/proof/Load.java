package org.provgate.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.provgate.bench.Sections;

/// How long the gate of one machine takes from the last byte of a submission to its verdict when all come at once, and
/// whether its memory stays flat under steady work.
///
/// usage: Load LAUNCHER PAGE SUBMISSIONS SOAK_SECONDS
final class Load {

    private static final InstantSource CLOCK = InstantSource.system();

    private static final int SHARDS = 4;
    private static final int UPLOADERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int SOAK_PER_SECOND = 4;

    private final Path launcher;
    private final Path folder;

    private Load(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("provgate-load");
        Load load = new Load(Path.of(arguments[0]), folder);
        int submissions = Integer.parseInt(arguments[2]);
        int soak = Integer.parseInt(arguments[3]);
        StringBuilder text = new StringBuilder(load.burst(submissions));
        if (soak > 0) {
            text.append('\n').append(load.soak(soak));
        }
        Sections.write(Path.of(arguments[1]), "load", text.toString());
        System.out.print(text);
        System.exit(0);
    }

    private String burst(int submissions) throws IOException, InterruptedException, ExecutionException {
        try (RunningGate gate = RunningGate.start(launcher, folder.resolve("burst"))) {
            Client client = new Client(gate);
            Map<String, Instant> complete = new ConcurrentHashMap<>();
            Instant began = CLOCK.instant();
            try (ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS)) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < submissions; i++) {
                    Parcel parcel = Parcel.numbered(i, SHARDS);
                    running.add(uploaders.submit(() -> {
                        client.upload(parcel, (_, _) -> {});
                        complete.put(parcel.dataset(), CLOCK.instant());
                        return null;
                    }));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            }
            Instant uploaded = CLOCK.instant();
            Map<String, Instant> decided = decided(client, submissions);
            Instant last = decided.values().stream().max(Instant::compareTo).orElseThrow();
            List<Long> waits = decided.entrySet().stream()
                    .map(one -> Duration.between(complete.get(one.getKey()), one.getValue())
                            .toMillis())
                    .map(millis -> Math.max(0, millis))
                    .sorted()
                    .toList();
            return """
                    ### A burst

                    %,d submissions of %d files each, uploaded by %d at once through pre-signed addresses, half of them good. \
                    All were decided as expected.

                    | | |
                    | --- | ---: |
                    | uploads took | %.1f s (%.0f objects a second) |
                    | from the first byte to the last verdict | %.1f s (%.1f submissions a second) |
                    | last byte of a submission to its verdict, p50 | %.1f s |
                    | p95 | %.1f s |
                    | p99 | %.1f s |
                    | memory of the process at the end | %d MB |
                    """.formatted(
                            submissions,
                            SHARDS + 1,
                            UPLOADERS,
                            seconds(began, uploaded),
                            submissions * (SHARDS + 1) / seconds(began, uploaded),
                            seconds(began, last),
                            submissions / seconds(began, last),
                            at(waits, 0.50),
                            at(waits, 0.95),
                            at(waits, 0.99),
                            gate.residentBytes() >> 20);
        }
    }

    /// Waits until every submission is decided and placed, as it should be.
    private static Map<String, Instant> decided(Client client, int submissions)
            throws IOException, InterruptedException {
        Map<String, Instant> decided = new LinkedHashMap<>();
        Instant until = CLOCK.instant().plus(PATIENCE);
        for (int i = 0; i < submissions; i++) {
            Parcel parcel = Parcel.numbered(i, SHARDS);
            Optional<Client.Standing> standing = client.standing(parcel.dataset());
            while (standing.isEmpty()
                    || standing.get().outcome().isEmpty()
                    || standing.get().state().equals("receiving")) {
                if (CLOCK.instant().isAfter(until)) {
                    throw new IOException(parcel.dataset() + " is not decided: " + standing);
                }
                TimeUnit.MILLISECONDS.sleep(200);
                standing = client.standing(parcel.dataset());
            }
            if (standing.get().outcome().equals("accepted") != parcel.good()) {
                throw new IOException(parcel.dataset() + " is decided wrongly: " + standing);
            }
            decided.put(parcel.dataset(), standing.get().decided().orElseThrow());
        }
        return decided;
    }

    private String soak(int forSeconds) throws IOException, InterruptedException {
        try (RunningGate gate = RunningGate.start(launcher, folder.resolve("soak"))) {
            Client client = new Client(gate);
            List<Long> resident = new ArrayList<>();
            Instant began = CLOCK.instant();
            int sent = 0;
            for (int second = 0; second < forSeconds; second++) {
                for (int i = 0; i < SOAK_PER_SECOND; i++) {
                    client.upload(Parcel.numbered(sent++, SHARDS), (_, _) -> {});
                }
                resident.add(gate.residentBytes() >> 20);
                long ahead = Duration.between(CLOCK.instant(), began.plusSeconds(second + 1L))
                        .toMillis();
                TimeUnit.MILLISECONDS.sleep(Math.max(0, ahead));
            }
            decided(client, sent);
            int third = resident.size() / 3;
            return """
                    ### Steady work

                    %,d submissions in %.0f s, %.1f a second. Memory of the process, in MB: %.0f on average in the second third \
                    of the time, %.0f in the last, %d at most.
                    """.formatted(
                            sent,
                            seconds(began, CLOCK.instant()),
                            sent / seconds(began, CLOCK.instant()),
                            average(resident.subList(third, 2 * third)),
                            average(resident.subList(2 * third, resident.size())),
                            resident.stream().mapToLong(Long::longValue).max().orElse(0));
        }
    }

    private static double average(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(1, Duration.between(from, to).toMillis()) / 1000.0;
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1)))) / 1000.0;
    }

    static {
        Locale.setDefault(Locale.ROOT);
    }
}
