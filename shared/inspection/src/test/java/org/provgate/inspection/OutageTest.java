package org.provgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.facts.ObjectFacts;

/// A store that fails while an object is read, whatever reads it.
class OutageTest {

    private static final String ROWS =
            "{\"response\": \"I am Claude, an AI assistant made by Anthropic.\"}\n".repeat(50);

    private static final List<Exception> OUTAGES = List.of(
            new IOException("connection reset"),
            new EOFException("connection closed"),
            new ZipException("a proxy unpacked it"),
            new StoreIsDown(),
            new IllegalArgumentException("the client was shut down"));

    private static final class StoreIsDown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static Stream<Map.Entry<String, byte[]>> files() {
        byte[] rows = ROWS.getBytes(UTF_8);
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "a.jsonl", rows,
                "a.csv", ("q,a\n" + "1,yes\n".repeat(100)).getBytes(UTF_8),
                "a.txt", "Once upon a time.\n\n".repeat(20).getBytes(UTF_8),
                "a.json", ("[" + ROWS.strip().replace("\n", ",") + "]").getBytes(UTF_8),
                "a.jsonl.gz", Inspected.gzip(rows),
                "a.jsonl.zst", Archives.zstd(rows),
                "a.zip", Archives.zip(Map.of("a.jsonl", rows)),
                "a.tar", Archives.tar("a.jsonl", rows)));
        for (String name :
                List.of("eight-groups.parquet", "every-type-lz4.arrow", "every-type-zstd.arrow", "every-type.arrows")) {
            files.put(name, Inspected.resource("content/" + name));
        }
        files.put("packed.arrow.gz", Inspected.gzip(Inspected.resource("content/every-type-lz4.arrow")));
        files.put("packed.parquet.zst", Archives.zstd(Inspected.resource("content/eight-groups.parquet")));
        return files.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anOutageIsNeverAVerdictWhereverItStrikes(Map.Entry<String, byte[]> file) {
        for (int place : List.of(0, 1, 4, file.getValue().length / 2, file.getValue().length - 1)) {
            for (Exception outage : OUTAGES) {
                assertThatThrownBy(() -> inspect(file, new Failing(file.getValue(), place, 0, outage)))
                        .as("%s at byte %d", file.getKey(), place)
                        .isSameAs(outage);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void anOutageOfEveryRangeReadAfterTheFirstIsNeverAVerdict(Map.Entry<String, byte[]> file) throws IOException {
        for (Exception outage : OUTAGES) {
            Failing ranges = new Failing(file.getValue(), 0, 1, outage);
            if (file.getKey().equals("eight-groups.parquet")) {
                assertThatThrownBy(() -> inspect(file, ranges)).isSameAs(outage);
            } else {
                assertThat(inspect(file, ranges).coverage().complete()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bytesThatDoNotArriveAreAnOutageToo(Map.Entry<String, byte[]> file) {
        int stored = file.getValue().length;

        assertThatThrownBy(() -> inspect(file, new Shorter(file.getValue(), stored + 1)))
                .isInstanceOf(IOException.class)
                .hasMessage("the source ended 1 bytes too soon");
    }

    private static ObjectFacts inspect(Map.Entry<String, byte[]> file, ByteSource source) throws IOException {
        return new Inspector(Inspected.FINGERPRINTS, Limits.standard()).inspect(file.getKey(), source);
    }

    /// A connection that closes before all was sent.
    private static final class Shorter implements ByteSource {

        private final byte[] content;
        private final long size;

        Shorter(byte[] content, long size) {
            this.content = content;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open(long offset) {
            int from = (int) Math.min(offset, content.length);
            return new ByteArrayInputStream(content, from, content.length - from);
        }
    }

    /// Fails at one byte, from so many openings on.
    private static final class Failing implements ByteSource {

        private final byte[] content;
        private final int place;
        private final int spared;
        private final Exception outage;
        private int opened;

        Failing(byte[] content, int place, int spared, Exception outage) {
            this.content = content;
            this.place = place;
            this.spared = spared;
            this.outage = outage;
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open(long offset) {
            boolean fails = opened++ >= spared;
            InputStream in = new ByteArrayInputStream(content, (int) offset, content.length - (int) offset);
            return new FilterInputStream(in) {
                private long at = offset;

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (fails && at + length > place) {
                        fail();
                    }
                    int read = super.read(bytes, from, length);
                    at += Math.max(0, read);
                    return read;
                }
            };
        }

        private void fail() throws IOException {
            switch (outage) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Exception fault -> throw new IllegalStateException(fault);
            }
        }
    }
}
