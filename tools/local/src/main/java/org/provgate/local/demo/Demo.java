package org.provgate.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.report.ReportParts;
import org.provgate.local.CannotStartException;
import org.provgate.local.LocalGate;
import org.provgate.local.LocalSettings;
import org.provgate.local.LocalSettings.PolicyChoice;
import org.provgate.local.Ready;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.ledger.SubmissionRecord;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Uploads the samples to a gate on this machine as any contributor would, and shows what became of them.
public final class Demo {

    /// Long enough for a slow machine; a verdict takes a second or two.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration GLANCE = Duration.ofMillis(100);

    /// Otherwise nobody would wait for the sample without a manifest.
    private static final PolicyChoice POLICY = new PolicyChoice.Written("demo policy", """
            policy: provenance-gate/v1
            name: demo
            completeWithin: PT5S
            """);

    private final InstantSource clock;
    private final PrintStream err;
    private final boolean terminal;

    private Demo(InstantSource clock, PrintStream err, boolean terminal) {
        this.clock = clock;
        this.err = err;
        this.terminal = terminal;
    }

    /// What came of one sample.
    record Seen(Sample sample, Result first, Result last) {

        record Result(String outcome, List<String> codes, List<String> errors) {}

        boolean asExpected() {
            boolean firstFits = first.outcome().equals(sample.firstOutcome())
                    && first.errors().equals(sample.codes());
            boolean lastFits = last.outcome().equals(sample.outcome());
            return firstFits && lastFits;
        }

        String outcome() {
            return sample.then().isEmpty() ? last.outcome() : first.outcome() + ", then " + last.outcome();
        }
    }

    /// How the table is written.
    public enum Form {
        TEXT,
        JSON
    }

    /// Runs until everything is shown, or with `once` false until the gate is closed from outside.
    ///
    /// @param terminal whether a person watches `err`
    /// @return 0 when all came as expected, 2 when not or when the gate cannot run
    public static int run(
            LocalSettings settings, boolean once, Form form, PrintStream out, PrintStream err, boolean terminal) {
        LocalSettings own = settings.policy() instanceof PolicyChoice.AsItWas ? settings.withPolicy(POLICY) : settings;
        try (LocalGate gate = LocalGate.start(own)) {
            Runtime.getRuntime().addShutdownHook(new Thread(gate::close, "gate-stop"));
            Demo demo = new Demo(settings.clock(), err, terminal);
            List<Seen> seen = demo.show(gate);
            print(seen, gate.ready(), form, once, out);
            if (!once) {
                gate.awaitClose();
            }
            return seen.stream().allMatch(Seen::asExpected) ? 0 : 2;
        } catch (CannotStartException cannot) {
            err.println("provgate: " + cannot.getMessage());
            return 2;
        } catch (IOException fault) {
            err.println("provgate: the table cannot be written: " + fault.getMessage());
            return 2;
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private List<Seen> show(LocalGate gate) {
        List<Sample> samples = Samples.all();
        List<Seen> seen = new ArrayList<>();
        Instant until = clock.instant().plus(PATIENCE);
        try (S3Client s3 = client(gate.ready())) {
            samples.forEach(sample -> upload(s3, gate.ready(), sample));
            // The ones that have to wait for their time come last.
            for (Sample sample : samples.reversed()) {
                progress(seen.size(), samples.size(), sample);
                Seen.Result first = await(gate, sample, sample.firstOutcome(), until);
                Seen.Result last = first;
                if (sample.then().isPresent() && first.outcome().equals(sample.firstOutcome())) {
                    put(
                            s3,
                            gate.ready(),
                            sample,
                            Samples.MANIFEST,
                            sample.then().get());
                    last = await(gate, sample, sample.outcome(), until);
                }
                seen.add(new Seen(sample, first, last));
            }
        }
        if (terminal) {
            err.print("\r\u001b[K");
        }
        return seen.reversed();
    }

    private void progress(int done, int all, Sample sample) {
        if (terminal) {
            err.print("\r\u001b[K" + done + " of " + all + " decided; waiting for " + sample.name());
            err.flush();
        }
    }

    /// The verdict in force when it is the one that is waited for and its objects are where it wants them, or at the
    /// latest when patience ends.
    private Seen.Result await(LocalGate gate, Sample sample, String outcome, Instant until) {
        Predicate<SubmissionRecord> there = record ->
                record.state().word().equals(outcome) && record.verdict() > 0 && record.placed() == record.verdict();
        Optional<SubmissionRecord> record = gate.ledger().submission(sample.name());
        CountDownLatch never = new CountDownLatch(1);
        while (record.filter(there).isEmpty() && clock.instant().isBefore(until)) {
            try {
                if (never.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
                break;
            }
            record = gate.ledger().submission(sample.name());
        }
        return result(gate, record);
    }

    private static Seen.Result result(LocalGate gate, Optional<SubmissionRecord> record) {
        Optional<ReportParts> parts = record.filter(found -> found.verdict() > 0)
                .flatMap(found -> gate.ledger().verdict(found.name(), found.verdict()))
                .map(verdict -> ReportParts.read(
                        new ReadVerdict(gate.store()).read(verdict).report()));
        return new Seen.Result(
                record.map(found -> found.state().word()).orElse("never arrived"),
                parts.map(ReportParts::codes).orElse(List.of()),
                parts.map(ReportParts::errors).orElse(List.of()));
    }

    private static void upload(S3Client s3, Ready ready, Sample sample) {
        sample.files().forEach((path, text) -> put(s3, ready, sample, path, text));
    }

    private static void put(S3Client s3, Ready ready, Sample sample, String path, String text) {
        s3.putObject(
                p -> p.bucket(ready.buckets().dataset()).key(sample.name().keyOf(path)),
                RequestBody.fromString(text, StandardCharsets.UTF_8));
    }

    private static S3Client client(Ready ready) {
        return S3Client.builder()
                .endpointOverride(ready.s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Ready.ACCESS_KEY_ID, Ready.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void print(List<Seen> seen, Ready ready, Form form, boolean once, PrintStream out)
            throws IOException {
        switch (form) {
            case JSON -> JsonStream.write(out, JsonStream.Layout.ONE_LINE, json -> json(json, seen, ready));
            case TEXT -> text(seen, ready, once, out);
        }
        out.flush();
    }

    private static void json(JsonStream json, List<Seen> seen, Ready ready) {
        json.object().array("items");
        seen.forEach(one -> json.object()
                .text("submission", one.sample().name().toString())
                .text("shows", one.sample().shows())
                .text("outcome", one.last().outcome())
                .texts("codes", one.last().codes())
                .text("firstOutcome", one.first().outcome())
                .texts("firstCodes", one.first().codes())
                .flag("asExpected", one.asExpected())
                .end());
        json.end().nothing("next").text("console", ready.console().toString()).end();
    }

    private static void text(List<Seen> seen, Ready ready, boolean once, PrintStream out) {
        int wide = seen.stream()
                .mapToInt(one -> one.sample().name().toString().length())
                .max()
                .orElse(0);
        int wideOutcome =
                seen.stream().mapToInt(one -> one.outcome().length()).max().orElse(0);
        String line = "%-" + wide + "s  %-" + wideOutcome + "s  %s";
        out.println(line.formatted("SUBMISSION", "OUTCOME", "CODES"));
        for (Seen one : seen) {
            String codes = String.join(", ", one.first().codes());
            String shown = (codes.isEmpty() ? "" : codes + "; ")
                    + one.sample().shows()
                    + (one.asExpected() ? "" : "  (NOT AS EXPECTED: " + expected(one.sample()) + ")");
            out.println(line.formatted(one.sample().name(), one.outcome(), shown));
        }
        if (!once) {
            out.println();
            out.print(ready.text());
        }
    }

    private static String expected(Sample sample) {
        return sample.outcome() + " " + String.join(", ", sample.codes());
    }
}
