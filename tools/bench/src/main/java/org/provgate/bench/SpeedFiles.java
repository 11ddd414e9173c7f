package org.provgate.bench;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.provgate.bench.Corpus.Payload;

/// What speed is measured on: rows of the evaluation corpus, mixed and repeated until there are enough.
final class SpeedFiles {

    static final int SIZE = 128_000_000;

    private static final int ZSTD_LEVEL = 3;

    private SpeedFiles() {}

    /// JSON lines of the files that are wanted.
    static byte[] rows(Corpus corpus, Predicate<Payload> wanted) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Payload payload : corpus.payloads()) {
            if (payload.format().equals("jsonl") && wanted.test(payload)) {
                rows.addAll(Files.readAllLines(corpus.folder().resolve(payload.path())));
            }
        }
        if (rows.isEmpty()) {
            throw new IOException("the corpus has no such rows");
        }
        Random random = new Random(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(SIZE + (SIZE >> 3));
        while (bytes.size() < SIZE) {
            Collections.shuffle(rows, random);
            for (int i = 0; i < rows.size() && bytes.size() < SIZE; i++) {
                bytes.writeBytes((rows.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes, ZSTD_LEVEL)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /// The corpus's largest Parquet file.
    static Path parquet(Corpus corpus) throws IOException {
        Path largest = corpus.folder();
        long size = -1;
        for (Payload payload : corpus.payloads()) {
            Path file = corpus.folder().resolve(payload.path());
            if (payload.path().endsWith(".parquet") && Files.size(file) > size) {
                largest = file;
                size = Files.size(file);
            }
        }
        return largest;
    }
}
