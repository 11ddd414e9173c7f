package org.provgate.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.recognition.SubmissionManifests;

/// How long reading a manifest takes, file by file of the evaluation corpus, and what becomes of very large ones.
public final class ManifestSpeed {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = 9;
    private static final double MILLION = 1e6;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ManifestSpeed() {}

    /// One file of the corpus.
    ///
    /// @param nanos of processor time, the median of the rounds
    private record Timed(String kind, int bytes, long nanos) {}

    /// A large one, put together.
    ///
    /// @param nanos of processor time
    /// @param allocated bytes, over the whole reading
    private record Large(String what, int bytes, long nanos, long allocated, String outcome) {}

    /// @param arguments the corpus's folder, and the page whose section is written
    public static void main(String... arguments) throws IOException {
        List<Timed> timed = corpus(Path.of(arguments[0]));
        List<Large> large = new ArrayList<>();
        for (int megabytes : new int[] {7, 20}) {
            large.add(large("CycloneDX", "set.cdx.json", LargeManifests.cyclonedx(megabytes)));
            large.add(large("CycloneDX in XML", "set.cdx.xml", LargeManifests.cyclonedxXml(megabytes)));
            large.add(large("Croissant", "croissant.json", LargeManifests.croissant(megabytes)));
        }
        Sections.write(Path.of(arguments[1]), "manifest-speed", section(timed, large));
    }

    private static List<Timed> corpus(Path corpus) throws IOException {
        List<Timed> timed = new ArrayList<>();
        List<ManifestTruth> manifests = ManifestTruth.in(corpus).stream()
                .filter(ManifestTruth::manifest)
                .toList();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (ManifestTruth truth : manifests) {
            files.put(truth.path(), Files.readAllBytes(corpus.resolve(truth.path())));
        }
        for (int round = 0; round < WARM_UP; round++) {
            files.forEach((path, bytes) -> read(path, bytes));
        }
        for (ManifestTruth truth : manifests) {
            byte[] bytes = files.getOrDefault(truth.path(), new byte[0]);
            long[] nanos = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                read(truth.path(), bytes);
                nanos[round] = THREADS.getCurrentThreadCpuTime() - begin;
            }
            Arrays.sort(nanos);
            timed.add(new Timed(truth.kind(), bytes.length, nanos[ROUNDS / 2]));
        }
        return timed;
    }

    private static Optional<ManifestReading> read(String path, byte[] bytes) {
        return SubmissionManifests.read(path.substring(path.lastIndexOf('/') + 1), bytes);
    }

    private static Large large(String what, String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begin = THREADS.getCurrentThreadCpuTime();
        Optional<ManifestReading> reading = SubmissionManifests.read(file, bytes);
        long nanos = THREADS.getCurrentThreadCpuTime() - begin;
        return new Large(
                what, bytes.length, nanos, THREADS.getCurrentThreadAllocatedBytes() - allocated, outcome(reading));
    }

    private static String outcome(Optional<ManifestReading> reading) {
        return switch (reading.orElseGet(ManifestReading.Missing::new)) {
            case ManifestReading.Read read ->
                "read, %,d files".formatted(read.manifest().files().size());
            case ManifestReading.Unreadable unreadable -> "refused: " + unreadable.message();
            case ManifestReading.UnsupportedVersion unsupported -> "refused: " + unsupported.message();
            case ManifestReading.Several _, ManifestReading.Missing _ -> "not recognised";
        };
    }

    private static String section(List<Timed> timed, List<Large> large) {
        StringBuilder text = new StringBuilder("""
            ## Reading manifests

            Processor time of one thread, warm, the median of %d readings of each file of the evaluation corpus, out of its bytes to
            claims with their places. `tools/bench/manifests` measures it again. Promised: a typical file under 5 ms.

            | format | files | KB, median | ms, median | ms, nine of ten | ms, slowest |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """.formatted(ROUNDS));
        new TreeMap<>(timed.stream().collect(Collectors.groupingBy(Timed::kind)))
                .forEach((kind, files) -> text.append(row(kind, files)));
        text.append("""

            Large ones, put together, in a process with %d MB of heap. What is allocated is counted over the whole reading:

            | what | MB | ms | allocated, MB | what comes of it |
            | --- | ---: | ---: | ---: | --- |
            """.formatted(Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        large.forEach(one -> text.append("| %s | %.1f | %.0f | %.0f | %s |\n"
                .formatted(
                        one.what(),
                        one.bytes() / MILLION,
                        one.nanos() / MILLION,
                        one.allocated() / MILLION,
                        one.outcome())));
        return text.toString();
    }

    private static String row(String kind, List<Timed> files) {
        long[] nanos = files.stream().mapToLong(Timed::nanos).sorted().toArray();
        int[] bytes = files.stream().mapToInt(Timed::bytes).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.2f | %.2f | %.2f |\n",
                kind,
                files.size(),
                bytes[bytes.length / 2] / 1000.0,
                nanos[nanos.length / 2] / MILLION,
                nanos[nanos.length * 9 / 10] / MILLION,
                nanos[nanos.length - 1] / MILLION);
    }
}
