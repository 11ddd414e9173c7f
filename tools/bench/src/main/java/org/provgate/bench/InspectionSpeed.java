package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.inspection.rows.RowFeed;
import org.provgate.inspection.scan.Hits;
import org.provgate.inspection.scan.LiteralScanner;

/// How fast one file is hashed, scanned and inspected on one core, and how fast `sha256sum` and `rg` read it, in one
/// run. Pin it to a core; the file should be in the page cache and a few hundred megabytes long.
public final class InspectionSpeed {

    private static final int ROUNDS = 5;
    private static final double GIGA = 1e9;

    private InspectionSpeed() {}

    /// @param arguments the file
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        byte[] content = Files.readAllBytes(file);
        Fingerprints fingerprints = Fingerprints.shipped(_ -> Optional.empty());
        Inspector inspector = new Inspector(fingerprints, Limits.standard());
        LongSupplier ticker = Limits.standard().ticker();
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = ticker.getAsLong();
            hash(content);
            long hashed = ticker.getAsLong();
            scan(fingerprints.triggers().scanner(), content);
            long scanned = ticker.getAsLong();
            inspector.inspect(file.toString(), new Held(content));
            long inspected = ticker.getAsLong();
            lines.add("hash %.2f, scan %.2f, inspect %.2f GB/s"
                    .formatted(
                            content.length / GIGA / seconds(begin, hashed),
                            content.length / GIGA / seconds(hashed, scanned),
                            content.length / GIGA / seconds(scanned, inspected)));
        }
        System.out.println(lines.getLast());
        for (List<String> command : List.of(
                List.of("sha256sum", file.toString()),
                List.of("rg", "-c", "-i", "openai|anthropic|claude|chatgpt|as an ai|\"model\"", file.toString()))) {
            System.out.println(peer(command, content.length, ticker));
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / GIGA;
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

    private static void scan(LiteralScanner scanner, byte[] content) {
        Hits hits = new Hits();
        for (int from = 0; from < content.length; from += RowFeed.CHUNK) {
            hits.clear();
            scanner.scan(content, 0, from, Math.min(content.length, from + RowFeed.CHUNK), hits);
        }
    }

    private static String peer(List<String> command, long bytes, LongSupplier ticker) throws InterruptedException {
        long begin = ticker.getAsLong();
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return command.getFirst() + ": not installed";
        }
        return "%s %.2f GB/s".formatted(command.getFirst(), bytes / GIGA / seconds(begin, ticker.getAsLong()));
    }
}
