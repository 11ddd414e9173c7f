package org.provgate.bench;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.provgate.bench.Corpus.Payload;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.rows.RowFeed;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.scan.LiteralScanner;
import org.provgate.registry.BundledRegistry;

/// How much processor time inspection takes, beside what `sha256sum`, `rg` and bare decompression take for the same
/// bytes in the same run.
public final class InspectionSpeed {

    private static final double GIGA = 1e9;
    private static final int PARQUET_BYTES = 64_000_000;

    private final Fingerprints fingerprints;
    private final Inspector inspector;
    private final StringBuilder page = new StringBuilder();

    private InspectionSpeed(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.inspector = new Inspector(fingerprints, Limits.standard());
    }

    /// @param arguments the corpus's folder, the page whose section is written, a folder for what is measured
    public static void main(String... arguments) throws IOException, InterruptedException {
        Registry registry = BundledRegistry.load();
        InspectionSpeed speed = new InspectionSpeed(Fingerprints.shipped(model -> provider(registry, model)));
        Sections.write(
                Path.of(arguments[1]),
                "inspection-speed",
                speed.measured(Corpus.in(Path.of(arguments[0])), Path.of(arguments[2])));
    }

    private static Optional<String> provider(Registry registry, String model) {
        List<String> providers = registry.resolve(model).families().stream()
                .map(ModelFamily::provider)
                .distinct()
                .toList();
        return providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty();
    }

    private String measured(Corpus corpus, Path folder) throws IOException, InterruptedException {
        page.append("""
            ## Inspection speed

            Processor time on one core, the least of five runs, in GB of input a second. The rows are those of the evaluation corpus, shuffled and repeated. `rg` looks for the same literals without regard to case; the inspection also splits rows, follows JSON, checks UTF-8, and judges what it finds.

            | what is read | hash alone | scan alone | hash and scan | inspection | `sha256sum` | `rg` | both | hash and scan to both | inspection to both |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        byte[] people = SpeedFiles.rows(corpus, payload -> payload.origin().equals("human") && !payload.trap());
        plain("JSONL, written by people", people, folder);
        plain("JSONL, written by models", SpeedFiles.rows(corpus, Payload::machine), folder);
        page.append("""

            | what is read | packed MB | text MB | unpacking alone, s | scan of the text, s | hash, s | inspection, s | inspection to the three |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        packed("gzip of the people's rows", SpeedFiles.gzip(people), people, GZIPInputStream::new);
        packed("zstd of the people's rows", SpeedFiles.zstd(people), people, ZstdInputStreamNoFinalizer::new);
        parquet(SpeedFiles.parquet(corpus));
        page.append("""

            Where the rest goes: rows in which a literal stands are taken apart; of their strings those are folded, searched again and matched in which a word of a phrase or a name stands by itself. Models' rows hold one far more often than people's. Splitting rows and checking UTF-8 are passes of their own over all bytes, which is most of what is left where unpacking is fast.
            """);
        return page.toString();
    }

    private void plain(String name, byte[] content, Path folder) throws IOException, InterruptedException {
        double hash = Stopwatch.seconds(() -> hash(content));
        double scan = Stopwatch.seconds(() -> scan(content));
        double inspection = Stopwatch.seconds(() -> inspector.inspect("rows.jsonl", new Held(content)));
        Path file = folder.resolve("rows.jsonl");
        Path literals = folder.resolve("literals");
        Files.write(file, content);
        Files.write(literals, fingerprints.triggers().literals());
        OptionalDouble sha256sum = Stopwatch.peer("sha256sum \"$1\"", file);
        OptionalDouble rg = Stopwatch.peer("rg -c -i -F -f \"$2\" \"$1\"", file, literals);
        OptionalDouble both = sha256sum.isPresent() && rg.isPresent()
                ? OptionalDouble.of(sha256sum.getAsDouble() + rg.getAsDouble())
                : OptionalDouble.empty();
        double bytes = content.length / GIGA;
        line(
                name,
                rate(bytes / hash),
                rate(bytes / scan),
                rate(bytes / (hash + scan)),
                rate(bytes / inspection),
                rate(bytes, sha256sum),
                rate(bytes, rg),
                rate(bytes, both),
                ratio(both, hash + scan),
                ratio(both, inspection));
    }

    /// Opens what unpacks.
    private interface Unpacking {
        InputStream open(InputStream packed) throws IOException;
    }

    private void packed(String name, byte[] packed, byte[] text, Unpacking unpacking) throws IOException {
        byte[] chunk = new byte[RowFeed.CHUNK];
        double unpack = Stopwatch.seconds(() -> {
            try (InputStream in = unpacking.open(new ByteArrayInputStream(packed))) {
                while (in.read(chunk) >= 0) {
                    // Only the time is wanted.
                }
            }
        });
        double scan = Stopwatch.seconds(() -> scan(text));
        double hash = Stopwatch.seconds(() -> hash(packed));
        double inspection = Stopwatch.seconds(() -> inspector.inspect("rows.jsonl.packed", new Held(packed)));
        line(
                name,
                rate(packed.length / 1e6),
                rate(text.length / 1e6),
                rate(unpack),
                rate(scan),
                rate(hash),
                rate(inspection),
                rate(inspection / (unpack + scan + hash)));
    }

    private void parquet(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int times = Math.max(1, PARQUET_BYTES / content.length);
        double seconds = Stopwatch.seconds(() -> {
            for (int i = 0; i < times; i++) {
                inspector.inspect("rows.parquet", new Held(content));
            }
        });
        page.append("\nParquet, as it is stored (%s MB, %d times): %s GB/s.\n"
                .formatted(rate(content.length / 1e6), times, rate(content.length / GIGA * times / seconds)));
    }

    private static String rate(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String rate(double bytes, OptionalDouble seconds) {
        return seconds.isPresent() ? rate(bytes / seconds.getAsDouble()) : "not installed";
    }

    private static String ratio(OptionalDouble peers, double ours) {
        return peers.isPresent() ? rate(peers.getAsDouble() / ours) : "";
    }

    private void line(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int from = 0; from < content.length; from += RowFeed.CHUNK) {
                digest.update(content, from, Math.min(RowFeed.CHUNK, content.length - from));
            }
            digest.digest();
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void scan(byte[] content) {
        LiteralScanner scanner = fingerprints.triggers().scanner();
        Hits hits = new Hits();
        for (int from = 0; from < content.length; from += RowFeed.CHUNK) {
            hits.clear();
            scanner.scan(content, 0, from, Math.min(content.length, from + RowFeed.CHUNK), hits);
        }
    }
}
