package org.provgate.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.provgate.bench.Sections;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.usecases.port.Bucket;

/// A policy is tightened and loosened again over a hub of this machine, whose gate is killed in the middle of a rescan.
///
/// usage: RescanStory LAUNCHER PAGE SUBMISSIONS
final class RescanStory {

    private static final String STRICT = """
        policy: provenance-gate/v1
        name: strict
        licenses:
          forbidden: ["ODbL-1.0"]
        """;

    private static final String USUAL = "policy: provenance-gate/v1\nname: hub-default\n";

    private static final int EVERY = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /// Policies are read again after this long.
    private static final Duration POLICY_FRESH = Duration.ofSeconds(6);

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private static final InstantSource CLOCK = InstantSource.system();

    private final Path launcher;
    private final Path data;
    private final List<Parcel> parcels;
    private String killedAt = "";

    private RescanStory(Path launcher, Path data, int submissions) {
        this.launcher = launcher;
        this.data = data;
        this.parcels =
                IntStream.range(0, submissions).mapToObj(RescanStory::parcel).toList();
    }

    public static void main(String[] arguments) throws Exception {
        int submissions = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("provgate-rescan");
        RescanStory story = new RescanStory(Path.of(arguments[0]), folder.resolve("data"), submissions);
        String text = story.told();
        System.out.print(text);
        Sections.write(Path.of(arguments[1]), "rescan", text);
        System.exit(0);
    }

    /// One in ten is under a licence that a strict hub forbids.
    private static Parcel parcel(int number) {
        Parcel good = Parcel.numbered(number * 2, 1);
        if (number % EVERY != 0) {
            return good;
        }
        SequencedMap<String, byte[]> files = new TreeMap<>(good.files());
        files.computeIfPresent(
                "provenance.yaml",
                (_, text) -> new String(text, StandardCharsets.UTF_8)
                        .replaceFirst("(?m)^  license: CC-BY-4.0$", "  license: ODbL-1.0")
                        .getBytes(StandardCharsets.UTF_8));
        return new Parcel(good.dataset(), files, true);
    }

    private String told() throws IOException, InterruptedException {
        RunningGate first = RunningGate.start(launcher, data);
        Client client = new Client(first);
        client.publish(USUAL, client.preview(USUAL).token());
        TimeUnit.NANOSECONDS.sleep(POLICY_FRESH.toNanos());
        for (Parcel parcel : parcels) {
            client.upload(parcel, (_, _) -> {});
        }
        untilAll(client, new TreeSet<>());
        SortedMap<String, String> before = reports(client);
        Client.Preview preview = client.preview(STRICT);
        client.publish(STRICT, preview.token());
        TimeUnit.NANOSECONDS.sleep(POLICY_FRESH.toNanos());
        String run = client.begin();
        killWhileItRuns(first, client, run);

        Client.Rescan tightened;
        String waived = preview.flips().first();
        SortedSet<String> closed = new TreeSet<>(preview.flips());
        try (RunningGate second = RunningGate.start(launcher, data)) {
            Client after = new Client(second);
            tightened = ended(after, run);
            check(tightened.flipped().keySet().equals(preview.flips()), "flipped were " + tightened.flipped());
            untilAll(after, closed);
            after.waive(waived, LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
            closed.remove(waived);
            untilAll(after, closed);
        }
        Client.Rescan again;
        Client.Rescan loosened;
        int files;
        PrintStream progress = System.err;
        LocalSettings settings = new LocalSettings(
                0,
                Optional.of(data),
                new PolicyChoice.AsItWas(),
                () -> CLOCK.instant().plus(TWO_DAYS),
                progress);
        try (LocalGate third = LocalGate.start(settings)) {
            Client later = new Client(
                    third.ready().api(), third.ready().token(), third.ready().contributorToken());
            again = ended(later, later.begin());
            closed.add(waived);
            untilAll(later, closed);
            check(later.history(waived).contains("waiver"), "nobody says that a waiver has ended");
            later.publish(USUAL, later.preview(USUAL).token());
            TimeUnit.NANOSECONDS.sleep(POLICY_FRESH.toNanos());
            loosened = ended(later, later.begin());
            untilAll(later, new TreeSet<>());
            SortedMap<String, String> after = reports(later);
            before.forEach((id, report) -> check(report.equals(after.get(id)), id + " has another report than before"));
            files = sameFiles(third);
        }
        return """
            ### A policy is tightened and loosened again

            `provgate local` with %,d submissions. The preview of a stricter policy named %,d that would flip. The policy was
            published with that preview and a rescan begun; while it was %s the gate was killed without warning
            (`kill -9`). Started again it took the run up where it stood: %,d were looked at, %,d verdicts written, and flipped
            were exactly the %,d of the preview. One of them was given a waiver and came back at once; two days later, when
            the waiver had ended, it was in quarantine again, with the cause *waiver* in its history (rescan of that day:
            %,d looked at, %,d flipped). Loosened again, %,d flipped back: %,d reports and %,d files are what they were
            before, byte for byte.
            """.formatted(
                        parcels.size(),
                        preview.flips().size(),
                        killedAt,
                        tightened.looked(),
                        tightened.written(),
                        tightened.flipped().size(),
                        again.looked(),
                        again.flipped().size(),
                        loosened.flipped().size(),
                        before.size(),
                        files);
    }

    private void killWhileItRuns(RunningGate gate, Client client, String run) throws IOException, InterruptedException {
        Client.Rescan now = client.rescan(run);
        while (now.runs() && now.looked() == 0) {
            TimeUnit.MILLISECONDS.sleep(5);
            now = client.rescan(run);
        }
        killedAt = now.runs() ? now.stage() + " (" + now.looked() + " looked at)" : "already over";
        gate.kill();
        check(now.runs(), "the rescan was over before it could be killed");
    }

    private static Client.Rescan ended(Client client, String run) throws IOException, InterruptedException {
        Instant until = CLOCK.instant().plus(PATIENCE);
        Client.Rescan now = client.rescan(run);
        while (now.runs() && CLOCK.instant().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(200);
            now = client.rescan(run);
        }
        check(now.stage().equals("finished"), "the rescan " + run + " is " + now.stage());
        return now;
    }

    /// Until these are in quarantine and all others can be read.
    private void untilAll(Client client, SortedSet<String> closed) throws IOException, InterruptedException {
        Instant until = CLOCK.instant().plus(PATIENCE);
        for (Parcel parcel : parcels) {
            String wanted = closed.contains(id(parcel)) ? "quarantined" : "accepted";
            while (client.standing(parcel.dataset())
                    .filter(now -> now.state().equals(wanted) && now.placed())
                    .isEmpty()) {
                check(
                        CLOCK.instant().isBefore(until),
                        id(parcel) + " is not " + wanted + ": " + client.standing(parcel.dataset()));
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private SortedMap<String, String> reports(Client client) throws IOException, InterruptedException {
        SortedMap<String, String> reports = new TreeMap<>();
        for (Parcel parcel : parcels) {
            reports.put(id(parcel), client.report(id(parcel)));
        }
        return reports;
    }

    /// How many files lie in the dataset bucket as they were uploaded.
    private int sameFiles(LocalGate gate) throws IOException {
        int same = 0;
        for (Parcel parcel : parcels) {
            for (Map.Entry<String, byte[]> file : parcel.files().entrySet()) {
                String key = id(parcel) + "/" + file.getKey();
                String version = gate.store().latest(Bucket.DATASET, key).orElseThrow();
                try (InputStream bytes = gate.store().open(Bucket.DATASET, key, version, 0)) {
                    check(Arrays.equals(bytes.readAllBytes(), file.getValue()), key + " has other bytes");
                }
                same++;
            }
        }
        return same;
    }

    private static String id(Parcel parcel) {
        return "demo/" + parcel.dataset() + "/r1";
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
