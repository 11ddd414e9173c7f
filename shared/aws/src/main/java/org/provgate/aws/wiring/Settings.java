package org.provgate.aws.wiring;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.aws.s3.BucketNames;
import org.provgate.usecases.engine.ByteCount;
import org.provgate.usecases.engine.GateEngine;

/// What a function is told by its environment. `template.yaml` sets no other variable, and a test holds them together.
///
/// @param bus name of the event bus; empty where nobody listens
/// @param rescanMachine ARN of the state machine that leads rescans; empty for functions that start none
/// @param signingKey ARN of the key that signs verdict documents; empty where nobody signs them
/// @param region set by Lambda itself
/// @param endpoint of an emulator; empty for AWS itself
/// @param sampleOver bytes from which on objects are not looked into as a whole
public record Settings(
        String table,
        BucketNames buckets,
        String bus,
        String rescanMachine,
        String signingKey,
        String region,
        Optional<URI> endpoint,
        long sampleOver) {

    public static final String TABLE = "PROVGATE_TABLE";
    public static final String DATASET_BUCKET = "PROVGATE_DATASET_BUCKET";
    public static final String QUARANTINE_BUCKET = "PROVGATE_QUARANTINE_BUCKET";
    public static final String REPORT_BUCKET = "PROVGATE_REPORT_BUCKET";
    public static final String BUS = "PROVGATE_BUS";
    public static final String RESCAN_MACHINE = "PROVGATE_RESCAN_MACHINE";
    public static final String SIGNING_KEY = "PROVGATE_SIGNING_KEY";
    public static final String SAMPLE_OVER = "PROVGATE_SAMPLE_OVER";
    static final String REGION = "AWS_REGION";
    static final String ENDPOINT = "AWS_ENDPOINT_URL";

    /// Those that the template has to set for every function.
    public static final List<String> REQUIRED = List.of(TABLE, DATASET_BUCKET, QUARANTINE_BUCKET, REPORT_BUCKET);

    /// Those that the template sets for functions that tell the world, start rescans, sign or read objects.
    public static final List<String> OPTIONAL = List.of(BUS, RESCAN_MACHINE, SIGNING_KEY, SAMPLE_OVER);

    /// With the size from which on objects are sampled that the gate ships with.
    public Settings(
            String table,
            BucketNames buckets,
            String bus,
            String rescanMachine,
            String signingKey,
            String region,
            Optional<URI> endpoint) {
        this(table, buckets, bus, rescanMachine, signingKey, region, endpoint, GateEngine.SAMPLE_OVER);
    }

    /// @throws IllegalStateException with the names of all variables that are missing, or a size that is none
    public static Settings read(Map<String, String> environment) {
        Map<String, String> set = new TreeMap<>(environment);
        set.values().removeIf(String::isBlank);
        List<String> missing = REQUIRED.stream()
                .filter(name -> !set.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the environment does not say " + String.join(", ", missing));
        }
        Map<String, String> all = Collections.unmodifiableMap(set);
        return new Settings(
                all.getOrDefault(TABLE, ""),
                new BucketNames(
                        all.getOrDefault(DATASET_BUCKET, ""),
                        all.getOrDefault(QUARANTINE_BUCKET, ""),
                        all.getOrDefault(REPORT_BUCKET, "")),
                all.getOrDefault(BUS, ""),
                all.getOrDefault(RESCAN_MACHINE, ""),
                all.getOrDefault(SIGNING_KEY, ""),
                all.getOrDefault(REGION, "us-east-1"),
                Optional.ofNullable(all.get(ENDPOINT)).map(URI::create),
                sampleOver(all.getOrDefault(SAMPLE_OVER, "")));
    }

    private static long sampleOver(String said) {
        return said.isEmpty()
                ? GateEngine.SAMPLE_OVER
                : ByteCount.parse(said)
                        .orElseThrow(() ->
                                new IllegalStateException("%s is \"%s\"; a number of bytes is wanted, such as 64GiB"
                                        .formatted(SAMPLE_OVER, said)));
    }
}
