package org.provgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.provgate.core.facts.ObjectFacts;

/// A process of its own, with a small heap, in which what is made to fill it is inspected under the limits that ship.
/// Says of each what became of it, and how long that took.
final class HostileMemory {

    private static final String SAYS = "I am Claude, an AI assistant made by Anthropic.";
    private static final long GIB = 1L << 30;
    private static final long MUCH = 1L << 28;

    private HostileMemory() {}

    public static void main(String... none) throws IOException {
        Inspector inspector = new Inspector(Inspected.FINGERPRINTS, Limits.standard());
        for (Map.Entry<String, ByteSource> file : files().entrySet()) {
            long began = System.nanoTime();
            ObjectFacts facts = inspector.inspect(file.getKey(), file.getValue());
            System.out.printf(
                    "%s %d %s %s%n",
                    file.getKey(),
                    (System.nanoTime() - began) / 1_000_000,
                    facts.coverage().complete() ? "complete" : "in-part",
                    facts.concerns().stream()
                            .map(concern -> concern.kind().name())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining("+")));
        }
    }

    private static Map<String, ByteSource> files() throws IOException {
        Map<String, ByteSource> files = new LinkedHashMap<>();
        files.put("one-line.jsonl", said("{\"a\": \"", GIB, 'x', " " + SAYS + "\"}\n"));
        files.put("one-cell.csv", said("q,a\n1,\"", MUCH, 'x', "\"\n"));
        files.put("one-list.json", said("[", MUCH, '[', ""));
        files.put("blank.jsonl", said("", MUCH, '\n', "{}\n"));
        files.put("quotes.csv", said("q,a\n", MUCH >> 1, '"', "\n"));
        files.put("commas.csv", said("q,a\n", MUCH >> 2, ',', "\n"));
        files.put("prose.txt", said("", MUCH, 'a', ""));
        byte[] zeros = gzip(GIB);
        files.put("bomb.txt.gz", of(zeros));
        files.put("bomb.zip", of(Archives.zip(Map.of("a.gz", zeros))));
        files.put("names.jsonl", lines("{\"model\": \"gpt-%d\", \"output\": \"Yes.\"}\n", 500_000));
        files.put("keys.jsonl", lines("{\"key-%d\": \"I am an AI made by OpenAI, and gpt-4.\"}\n", 200_000));
        return files;
    }

    private static byte[] gzip(long size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] chunk = new byte[1 << 16];
            Arrays.fill(chunk, (byte) 'y');
            for (long left = size; left > 0; left -= chunk.length) {
                out.write(chunk);
            }
        }
        return packed.toByteArray();
    }

    private static ByteSource of(byte[] bytes) {
        return source(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static ByteSource said(String before, long count, char filler, String after) {
        return source(
                before.length() + count + after.length(),
                () -> new SequenceInputStream(Collections.enumeration(List.of(
                        new ByteArrayInputStream(before.getBytes(UTF_8)),
                        new Filled(count, filler),
                        new ByteArrayInputStream(after.getBytes(UTF_8))))));
    }

    private static ByteSource lines(String form, int count) {
        long size = 0;
        for (int i = 0; i < count; i++) {
            size += form.length() - 2 + String.valueOf(i).length();
        }
        return source(size, () -> new Lines(form, count));
    }

    private interface Opening {
        InputStream open();
    }

    private static ByteSource source(long size, Opening opening) {
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open(long offset) throws IOException {
                InputStream in = opening.open();
                in.skipNBytes(offset);
                return in;
            }
        };
    }

    /// One character over and over, without keeping it.
    private static final class Filled extends InputStream {

        private final byte filler;
        private long left;

        Filled(long count, char filler) {
            this.left = count;
            this.filler = (byte) filler;
        }

        @Override
        public int read() {
            return left-- > 0 ? filler : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + count, filler);
            left -= count;
            return count;
        }
    }

    /// Numbered lines, made while they are read.
    private static final class Lines extends InputStream {

        private final String before;
        private final String after;
        private final int count;
        private int next;
        private byte[] line = new byte[0];
        private int at;

        Lines(String form, int count) {
            this.before = form.substring(0, form.indexOf("%d"));
            this.after = form.substring(form.indexOf("%d") + 2);
            this.count = count;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (at == line.length) {
                if (next == count) {
                    return -1;
                }
                line = (before + next++ + after).getBytes(UTF_8);
                at = 0;
            }
            int copied = Math.min(length, line.length - at);
            System.arraycopy(line, at, bytes, from, copied);
            at += copied;
            return copied;
        }
    }
}
