package org.provgate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What AWS charges for a workload: calls as a test counts them, times prices. Storage of the data itself is the hub's
/// with or without a gate, and is left out.
final class CostModel {

    /// Memory of a function in the template, and how long a call takes beside the reading, both rounded up.
    private static final double INSPECT_GIGABYTES = 3538 / 1024.0;

    private static final double OTHERS_GIGABYTES = 1769 / 1024.0;
    private static final double INSPECT_SECONDS = 0.3;
    private static final double DECIDE_SECONDS = 0.5;
    private static final double PLACE_SECONDS_PER_OBJECT = 0.25;
    private static final double RESCAN_SECONDS = 0.1;

    /// Objects whose facts the stream hands to `decide` at once.
    private static final double BATCH = 10;

    /// The ledger's items, and the gzipped texts in the report bucket.
    private static final double LEDGER_KILOBYTES_PER_OBJECT = 1.5;

    private static final double LOG_KILOBYTES_PER_CALL = 1;

    private static final double SWEEPS_A_MONTH = 12 * 24 * 30;
    private static final double BACKLOGS_A_MONTH = 24 * 30;
    private static final double LISTED_AT_ONCE = 1000;
    private static final double ALARMS = 26;
    private static final double METRICS = 9;

    private static final double MILLION = 1_000_000;
    private static final double KILOBYTES = 1024 * 1024;

    private final Properties prices;
    private final Properties calls;

    private CostModel(Properties prices, Properties calls) {
        this.prices = prices;
        this.calls = calls;
    }

    static CostModel shipped() {
        return new CostModel(resource("prices.properties"), resource("calls.properties"));
    }

    /// @param prices a file with the names of the one that ships
    static CostModel of(Path prices) throws IOException {
        Properties given = resource("prices.properties");
        try (Reader text = Files.newBufferedReader(prices)) {
            given.load(text);
        }
        return new CostModel(given, resource("calls.properties"));
    }

    /// @param quantity in the unit that has this price
    record Line(String what, double quantity, String unit, double price) {
        double dollars() {
            return quantity * price;
        }
    }

    String pricesOf() {
        return text(prices, "prices.of");
    }

    List<Line> lines(Workload load) {
        double accepted = load.submissions() * (1 - load.quarantined());
        double quarantined = load.submissions() * load.quarantined();
        double objects = load.submissions() * (load.objects() + 1);
        double known = (load.stored() + load.submissions()) * (load.objects() + 1);
        double decisions = load.submissions() * Math.ceil((load.objects() + 1) / BATCH);
        double listings = BACKLOGS_A_MONTH * Math.ceil(known / LISTED_AT_ONCE);
        double requests = objects + decisions + load.submissions() + SWEEPS_A_MONTH + BACKLOGS_A_MONTH;
        double inspecting =
                objects * INSPECT_SECONDS + load.submissions() * load.gigabytes() / load.gigabytesPerSecond();
        double others = decisions * DECIDE_SECONDS
                + objects * PLACE_SECONDS_PER_OBJECT
                + load.rescanned() * RESCAN_SECONDS
                // The ledger is asked about every version that the backlog lists.
                + (SWEEPS_A_MONTH + listings) * RESCAN_SECONDS;

        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "S3: uploads read, moved and tagged",
                called("s3-writes", load, accepted, quarantined) + listings,
                "1,000 writes and listings",
                1e3,
                "s3.write.per-1000"));
        lines.add(line(
                "S3: reads of all kinds",
                called("s3-reads", load, accepted, quarantined),
                "1,000 reads",
                1e3,
                "s3.read.per-1000"));
        lines.add(line("S3: the gate's tags", 2 * known, "10,000 tags, a month", 1e4, "s3.tag-month.per-10000"));
        lines.add(line(
                "ledger: writes",
                called("ledger-writes", load, accepted, quarantined),
                "million units",
                MILLION,
                "ledger.write.per-million"));
        lines.add(line(
                "ledger: reads",
                called("ledger-reads", load, accepted, quarantined) + BACKLOGS_A_MONTH * known,
                "million units",
                MILLION,
                "ledger.read.per-million"));
        lines.add(line(
                "ledger: kept",
                known * LEDGER_KILOBYTES_PER_OBJECT / KILOBYTES,
                "GB, a month",
                1,
                "ledger.gigabyte-month"));
        lines.add(line(
                "functions: reading uploads",
                inspecting * INSPECT_GIGABYTES,
                "GB-seconds",
                1,
                "lambda.gigabyte-second"));
        lines.add(line(
                "functions: deciding, placing, rescanning",
                others * OTHERS_GIGABYTES,
                "GB-seconds",
                1,
                "lambda.gigabyte-second"));
        lines.add(line("functions: calls", requests, "million calls", MILLION, "lambda.request.per-million"));
        lines.add(line(
                "queue: notices sent, received, deleted",
                3 * objects,
                "million requests",
                MILLION,
                "queue.request.per-million"));
        lines.add(line("bus: announcements", load.submissions(), "million events", MILLION, "bus.event.per-million"));
        lines.add(line(
                "state machine: backlog", 3 * BACKLOGS_A_MONTH, "1,000 transitions", 1e3, "steps.transition.per-1000"));
        lines.add(line("logs", requests * LOG_KILOBYTES_PER_CALL / KILOBYTES, "GB", 1, "log.gigabyte"));
        lines.add(line("alarms", ALARMS, "alarms, a month", 1, "alarm.month"));
        lines.add(line("metrics from logs", METRICS, "metrics, a month", 1, "metric.month"));
        return lines;
    }

    private double called(String what, Workload load, double accepted, double quarantined) {
        double rescanned = load.rescanned() * (1 - load.quarantined());
        return accepted * each("accepted", what, load)
                + quarantined * each("quarantined", what, load)
                + rescanned * each("accepted.rescanned", what, load)
                + (load.rescanned() - rescanned) * each("quarantined.rescanned", what, load);
    }

    private double each(String outcome, String what, Workload load) {
        return number(calls, outcome + ".submission." + what)
                + load.objects() * number(calls, outcome + ".object." + what);
    }

    private Line line(String what, double quantity, String unit, double units, String price) {
        return new Line(what, quantity / units, unit, number(prices, price));
    }

    private static double number(Properties properties, String name) {
        return Double.parseDouble(text(properties, name));
    }

    private static String text(Properties properties, String name) {
        String text = properties.getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return text;
    }

    private static Properties resource(String name) {
        Properties properties = new Properties();
        try (InputStream bytes = CostModel.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return properties;
    }
}
