package org.provgate.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.provgate.bench.Sections;
import org.provgate.core.facts.Digests;
import org.provgate.core.submission.SubmissionName;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// Kills the gate of one machine with no warning, over and over, while somebody uploads, and then looks whether
/// everything that was confirmed is there, once, byte for byte, and was decided.
///
/// usage: KillLoop LAUNCHER PAGE KILLS SEED
final class KillLoop {

    private static final InstantSource CLOCK = InstantSource.system();

    private static final int SHARDS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path launcher;
    private final Path data;
    private final Random random;

    /// Digest of every confirmed upload by its key; the last one counts.
    private final Map<String, String> confirmed = new TreeMap<>();

    private final Map<String, Parcel> whole = new TreeMap<>();
    private int uploads;
    private int interrupted;

    private KillLoop(Path launcher, Path data, long seed) {
        this.launcher = launcher;
        this.data = data;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("provgate-kill");
        int kills = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        KillLoop loop = new KillLoop(Path.of(arguments[0]), folder.resolve("data"), seed);
        int number = 0;
        for (int kill = 0; kill < kills; kill++) {
            number = loop.untilKilled(number);
            System.err.printf("killed %d of %d, %d uploads confirmed%n", kill + 1, kills, loop.uploads);
        }
        List<String> faults = loop.look();
        faults.forEach(fault -> System.err.println("FAULT " + fault));
        String text = """
                ### Killed without warning

                `provgate local --data` was killed %d times at random moments under load (seed %d). %,d uploads had been \
                confirmed, %,d were cut off. After the last start every confirmed version was there, in exactly one of the \
                two buckets, byte for byte, and %,d submissions that were complete had the verdict they deserve.

                Faults: %s.
                """.formatted(
                        kills,
                        seed,
                        loop.uploads,
                        loop.interrupted,
                        loop.whole.size(),
                        faults.isEmpty() ? "none" : Integer.toString(faults.size()));
        System.out.print(text);
        if (faults.isEmpty()) {
            Sections.write(Path.of(arguments[1]), "kill", text);
        }
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /// @return the number of the next submission
    private int untilKilled(int from) throws IOException, InterruptedException {
        int number = from;
        RunningGate gate = RunningGate.start(launcher, data);
        Instant end = CLOCK.instant().plusMillis(200 + random.nextInt(4_000));
        Thread.ofVirtual().start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(
                        Math.max(0, Duration.between(CLOCK.instant(), end).toNanos()));
                gate.kill();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        Client client = new Client(gate);
        while (gate.runs()) {
            Parcel parcel = Parcel.numbered(number++, SHARDS);
            try {
                client.upload(parcel, (path, bytes) -> {
                    confirmed.put(
                            "demo/" + parcel.dataset() + "/r1/" + path,
                            Digests.sha256(bytes).hex());
                    uploads++;
                });
                whole.put(parcel.dataset(), parcel);
            } catch (IOException cut) {
                interrupted++;
            }
        }
        gate.kill();
        return number;
    }

    private List<String> look() throws InterruptedException, IOException {
        List<String> faults = new ArrayList<>();
        PrintStream log = System.err;
        try (LocalGate gate = LocalGate.start(
                new LocalSettings(0, Optional.of(data), new PolicyChoice.AsItWas(), InstantSource.system(), log))) {
            Instant until = CLOCK.instant().plus(PATIENCE);
            for (Parcel parcel : whole.values()) {
                SubmissionName name = new SubmissionName("demo", parcel.dataset(), "r1");
                State wanted = parcel.good() ? State.ACCEPTED : State.QUARANTINED;
                while (!settled(gate, name, wanted) && CLOCK.instant().isBefore(until)) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                if (!settled(gate, name, wanted)) {
                    faults.add("%s is %s, not %s".formatted(name, gate.ledger().submission(name), wanted));
                }
            }
            for (Map.Entry<String, String> upload : confirmed.entrySet()) {
                Map<Bucket, String> found = new HashMap<>();
                int copies = 0;
                for (Bucket bucket : List.of(Bucket.DATASET, Bucket.QUARANTINE)) {
                    for (ObjectStore.Listed version :
                            gate.store().versions(bucket, upload.getKey(), "").versions()) {
                        if (!version.deleteMarker() && version.key().equals(upload.getKey())) {
                            copies++;
                            found.put(bucket, digest(gate.store(), bucket, version));
                        }
                    }
                }
                if (copies != 1 || !found.containsValue(upload.getValue())) {
                    faults.add("%s has %d copies: %s".formatted(upload.getKey(), copies, found));
                }
            }
        }
        return faults;
    }

    private static boolean settled(LocalGate gate, SubmissionName name, State wanted) {
        return gate.ledger()
                .submission(name)
                .filter(record -> record.state() == wanted && record.placed() == record.verdict())
                .isPresent();
    }

    private static String digest(ObjectStore store, Bucket bucket, ObjectStore.Listed version) throws IOException {
        try (InputStream bytes = store.open(bucket, version.key(), version.version(), 0)) {
            return Digests.sha256(bytes.readAllBytes()).hex();
        }
    }
}
