package org.provgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provgate.inspection.Inspected.evidence;
import static org.provgate.inspection.Inspected.facts;
import static org.provgate.inspection.Inspected.gzip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Concern.Kind;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;

/// What a contributor may send to hide something, or to do harm. Each has its concern, in bounded time and memory.
@Timeout(60)
class HostileInputTest {

    private static final String SAYS = "I am Claude, an AI assistant made by Anthropic.";
    private static final String ROW = "{\"response\": \"" + SAYS + "\"}\n";
    private static final String FOUND = "CONCLUSIVE self-named-en anthropic/Claude 1";
    private static final byte[] BOMB = "yes\n".repeat(25 << 20).getBytes(StandardCharsets.US_ASCII);
    private static final Limits SMALL = Limits.standard().withExpansion(50, 1 << 20, 64 << 20);

    private static List<Kind> kinds(ObjectFacts facts) {
        return facts.concerns().stream().map(Concern::kind).distinct().toList();
    }

    private static void stopsExpanding(ObjectFacts facts) {
        assertThat(kinds(facts)).contains(Kind.EXPANDS_TOO_FAR);
        assertThat(facts.coverage().complete()).isFalse();
    }

    private static void isUnreadable(ObjectFacts facts) {
        assertThat(kinds(facts)).contains(Kind.UNREADABLE);
        assertThat(facts.coverage().complete()).isFalse();
    }

    @Test
    void bombsOfEveryKindAreStopped() {
        stopsExpanding(facts("a.txt.gz", gzip(BOMB), SMALL));
        stopsExpanding(facts("a.txt.zst", Archives.zstd(BOMB), SMALL));
        stopsExpanding(facts("a.zip", Archives.zip(Map.of("a.txt", BOMB)), SMALL));
        stopsExpanding(facts("a.tar.gz", gzip(Archives.tar("a.txt", BOMB)), SMALL));
    }

    @Test
    void manySmallFramesAreABombToo() {
        byte[] frame = Archives.zstd(new byte[1 << 16]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.writeBytes(Archives.zstd("text\n".repeat(20_000).getBytes(UTF_8)));
        IntStream.range(0, 2000).forEach(_ -> many.writeBytes(frame));

        stopsExpanding(facts("a.txt.zst", many.toByteArray(), SMALL));
    }

    @Test
    void archivesInArchivesAreFollowedOnlySoFar() {
        byte[] content = ROW.getBytes(UTF_8);
        for (int i = 0; i < 12; i++) {
            content = Archives.zip(Map.of(i == 0 ? "a.jsonl" : "a.zip", content));
        }

        stopsExpanding(facts("a.zip", content));
    }

    @Test
    void compressionInCompressionIsFollowedOnlySoFar() {
        byte[] content = ROW.getBytes(UTF_8);
        for (int i = 0; i < 12; i++) {
            content = gzip(content);
        }

        stopsExpanding(facts("a.gz", content));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 12, 60, 200})
    void dataCutOffAnywhereIsUnreadable(int less) {
        byte[] rows = ROW.repeat(20).getBytes(UTF_8);
        for (Map.Entry<String, byte[]> file : Map.of(
                        "a.jsonl.gz", gzip(noise(rows)),
                        "a.jsonl.zst", Archives.zstd(noise(rows)),
                        "a.tar", Arrays.copyOf(Archives.tar("a.jsonl", rows), 512 + rows.length))
                .entrySet()) {
            byte[] whole = file.getValue();
            isUnreadable(facts(file.getKey(), Arrays.copyOf(whole, whole.length - less)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 200})
    void anArchiveOrATableCutOffIsUnreadable(int less) {
        byte[] zip = Archives.zip(Map.of("a.jsonl", noise(ROW.getBytes(UTF_8))));
        byte[] parquet = Inspected.resource("content/eight-groups.parquet");
        byte[] arrow = Inspected.resource("content/every-type.arrows");

        isUnreadable(facts("a.zip", Arrays.copyOf(zip, zip.length - 160 - less)));
        isUnreadable(facts("a.parquet", Arrays.copyOf(parquet, parquet.length - less)));
        isUnreadable(facts("a.arrows", Arrays.copyOf(arrow, arrow.length - 200 - less)));
    }

    /// The rows with something behind them that does not compress.
    private static byte[] noise(byte[] rows) {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder("{\"noise\": \"");
        for (int i = 0; i < 2000; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(rows);
        bytes.writeBytes(noise.append("\"}\n").toString().getBytes(UTF_8));
        return bytes.toByteArray();
    }

    @Test
    void rowsBeforeTheFaultCount() {
        byte[] whole = gzip(noise(ROW.getBytes(UTF_8)));
        ObjectFacts facts = facts("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 40));

        isUnreadable(facts);
        assertThat(evidence(facts)).containsExactly(FOUND);
    }

    @Test
    void aChecksumThatDoesNotMatchIsNamed() {
        byte[] bytes = gzip(ROW.getBytes(UTF_8));
        bytes[bytes.length - 6] ^= 1;

        assertThat(facts("a.jsonl.gz", bytes).concerns())
                .containsExactly(new Concern(Kind.UNREADABLE, "the gzip checksum does not match", 1));
    }

    @Test
    void whatFollowsGzipIsNamed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(gzip(ROW.getBytes(UTF_8)));
        bytes.writeBytes("and more".getBytes(UTF_8));

        isUnreadable(facts("a.jsonl.gz", bytes.toByteArray()));
    }

    @Test
    void aPhraseAcrossTwoGzipMembersIsFound() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(gzip(ROW.substring(0, 40).getBytes(UTF_8)));
        bytes.writeBytes(gzip(ROW.substring(40).getBytes(UTF_8)));

        assertThat(evidence(facts("a.jsonl.gz", bytes.toByteArray()))).containsExactly(FOUND);
    }

    @Test
    void anEncryptedZipIsNamed() {
        byte[] zip = Archives.zip(Map.of("a.jsonl", ROW.getBytes(UTF_8)));
        zip[6] |= 1;

        assertThat(facts("a.zip", zip).concerns())
                .containsExactly(new Concern(Kind.UNREADABLE, "the zip archive is encrypted", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAR1\0\0\0\0PAR1", "PAR1garbage\377\377\377\177PAR1", "PAREsecret\10\0\0\0PARE"})
    void parquetThatIsNoneIsUnreadable(String content) {
        isUnreadable(facts("a.parquet", content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aLineOfAGigabyteIsSearchedInPiecesAndNamed() {
        byte[] start = "{\"a\": \"".getBytes(UTF_8);
        byte[] end = (" " + SAYS + "\"}\n").getBytes(UTF_8);
        long length = 1L << 30;
        ByteSource source = new ByteSource() {
            @Override
            public long size() {
                return start.length + length + end.length;
            }

            @Override
            public InputStream open(long offset) {
                return new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(start), new Repeated(length), new ByteArrayInputStream(end))));
            }
        };
        ObjectFacts facts = facts("a.jsonl", source, Limits.standard().withRowBytes(1 << 20));

        assertThat(kinds(facts)).containsExactly(Kind.NOT_INSPECTED);
        assertThat(facts.rows()).isEqualTo(new Rows.Unknown());
        assertThat(evidence(facts)).containsExactly(FOUND);
    }

    /// So many letters, without keeping them.
    private static final class Repeated extends InputStream {

        private long left;

        Repeated(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    @Test
    void deepNestingIsNamedAndSearchedAsText() {
        String deep = "[".repeat(100_000) + "\"" + SAYS + "\"" + "]".repeat(100_000);
        ObjectFacts facts = facts("a.jsonl", "{\"a\": 1}\n{\"a\": " + deep + "}\n");

        assertThat(kinds(facts)).containsExactly(Kind.NOT_INSPECTED);
        assertThat(facts.evidence()).isNotEmpty();
    }

    @Test
    void stringsInStringsAreFollowedOnlySoFar() {
        String json = "\"" + SAYS + "\"";
        for (int i = 0; i < 12; i++) {
            json = "\"{\\\"a\\\": " + json.replace("\\", "\\\\").replace("\"", "\\\"") + "}\"";
        }

        assertThat(facts("a.jsonl", "{\"response\": " + json + "}\n{}\n").evidence())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\": 1}, {\"a\": ", "[{\"a\":\n 1}, ", "{\"a\":\n\"x"})
    void jsonCutOffOrMalformedIsUnreadable(String content) {
        isUnreadable(facts("a.json", content));
    }

    @Test
    void aBrokenRowIsNamedAndStillSearched() {
        ObjectFacts facts = facts("a.jsonl", "{\"a\": 1}\n{\"response\": \"" + SAYS + "\"\n{\"a\": 2}\n");

        assertThat(facts.concerns()).containsExactly(new Concern(Kind.UNREADABLE, "line 2 is not valid JSON", 2));
        assertThat(evidence(facts)).containsExactly(FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0049 am Claude, an AI assistant made by \\u0041nthropic.",
                "I am Claude, an AI assistant made by\\nAnthropic.",
                "I am Cla\\u200bude, an AI assistant made by Anth\\u200dropic.",
                "I am Cla\u200bude, an AI assistant made by Anth\u200dropic.",
                "I am Clаude, an AI assistant made by Аnthrоpic.",
                "I am Cl\\u0430ude, an AI assistant made by \\u0410nthropic.",
                "Ｉ ａｍ Ｃｌａｕｄｅ, an AI assistant made by Ａｎｔｈｒｏｐｉｃ.",
                "I\u00a0am Claude, an AI assistant made by Anthropic.",
                "I am **Claude**, an AI assistant made by `Anthropic`.",
                "I AM CLAUDE, AN AI ASSISTANT MADE BY ANTHROPIC.",
            })
    void aPhraseInDisguiseIsFound(String phrase) {
        assertThat(evidence(facts("a.jsonl", "{\"response\": \"" + phrase + "\"}\n{}\n")))
                .contains(FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -47, -33, -20, -8, -1, 0})
    void aPhraseAcrossTheBordersOfChunksIsFound(int shift) {
        for (int border : new int[] {1 << 16, 1 << 18, 1 << 19}) {
            String filler = "{\"a\": \"" + "x".repeat(border + shift - 20) + "\"}\n";

            assertThat(evidence(facts("a.jsonl", filler + ROW))).containsExactly(FOUND);
        }
    }

    @Test
    void utf16IsReadLikeEverythingElse() {
        ObjectFacts facts =
                facts("a.csv", ("\ufeffq,answer\n1,\"" + SAYS + "\"\n").getBytes(StandardCharsets.UTF_16LE));

        assertThat(evidence(facts)).containsExactly(FOUND);
        assertThat(facts.mediaType()).isEqualTo("text/csv");
    }

    @Test
    void excerptsHoldNoControlCharactersAndNoHalfCharacters() {
        String phrase = "\\u001b[31m I am Claude,\\u202e an AI assistant made by Anthropic.\\ud83d";
        ObjectFacts facts = facts("a.jsonl", "{\"response\": \"" + phrase + "\"}\n{}\n");

        assertThat(facts.evidence())
                .first()
                .satisfies(evidence -> assertThat(evidence.excerpt())
                        .isEqualTo("[31m I am Claude, an AI assistant made by Anthropic.\ufffd"));
    }

    @Test
    void aMillionNamesOfModelsDoNotFillTheFacts() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            rows.append("{\"model\": \"gpt-").append(i).append("\", \"output\": \"Yes.\"}\n");
        }
        ObjectFacts facts = facts("a.jsonl", rows.toString());

        assertThat(facts.evidence()).hasSizeLessThanOrEqualTo(Limits.standard().evidence() + 1);
        assertThat(facts.evidence().stream()
                        .mapToLong(evidence -> evidence.count())
                        .sum())
                .isEqualTo(50_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i am an ai ",
                "i am a large big powerful helpful ai model based on the ",
                "openai ",
                "as an ai openai ",
                "我是openai",
                "ich bin ein ",
                "i was made, made, made and made by the team at the ",
                "soy un google ",
                "i'm sorry, but i ",
                "my last knowledge ",
                "私は ",
                "by by by anthropic ",
                "<think> ",
                "[cite: 1, 1, "
            })
    void noPatternRunsAway(String piece) {
        String text = piece.repeat(300_000 / piece.length());
        ObjectFacts facts = facts("a.jsonl", "{\"response\": \"" + text + " openai anthropic google\"}\n{}\n");

        assertThat(facts.rows()).isEqualTo(new Rows.Counted(2));
    }

    /// Whatever makes the patterns look, over and over, with the words of other patterns between.
    @Test
    void noLiteralRepeatedKeepsThePatternsBusyForLong() {
        List<String> literals = Inspected.FINGERPRINTS.triggers().literals();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < literals.size(); i++) {
            String words = literals.get(i) + " " + literals.get((i * 7 + 1) % literals.size()) + " i am ";
            String text = words.replace("\\", "\\\\").replace("\"", "\\\"");
            rows.append("{\"response\": \"")
                    .append(text.repeat(3_000 / text.length()))
                    .append("\"}\n");
        }

        assertThat(facts("a.jsonl", rows.toString()).rows()).isEqualTo(new Rows.Counted(literals.size()));
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotHideARow() {
        ObjectFacts facts = facts("a.csv", "q,answer\n1,\"" + SAYS + "\n2,x\n".repeat(1000));

        assertThat(evidence(facts)).contains(FOUND);
        isUnreadable(facts);
    }

    @Test
    void aHundredThousandColumnsAreCut() {
        ObjectFacts facts =
                facts("a.csv", "a,".repeat(100_000) + "b\n" + "1,".repeat(100_000) + SAYS.replace(',', ' ') + "\n");

        assertThat(facts.mediaType()).isEqualTo("text/csv");
    }

    @Test
    void whenTimeIsOverTheRestIsNotInspected() {
        AtomicLong clock = new AtomicLong();
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(2), () -> clock.addAndGet(300_000_000));
        ObjectFacts facts = facts("a.jsonl", ROW.repeat(100_000).getBytes(UTF_8), limits);

        assertThat(kinds(facts)).containsExactly(Kind.NOT_INSPECTED);
        assertThat(facts.bytes()).isEqualTo(ROW.length() * 100_000L);
    }

    @Test
    void aSourceThatFailsIsNoFaultOfTheContent() {
        ByteSource failing = new ByteSource() {
            @Override
            public long size() {
                return 100;
            }

            @Override
            public InputStream open(long offset) {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        throw new IOException("connection reset");
                    }
                };
            }
        };

        assertThatThrownBy(() -> facts("a.jsonl", failing, Limits.standard()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void bytesWithoutMeaningNeverThrow() {
        Random random = new Random(7);
        for (String magic : List.of("PK\3\4", "\37\213\10", "(\265/\375", "PAR1", "ARROW1", "{", "[", "\"a\",", "")) {
            for (String name : List.of("a.jsonl", "a.csv", "a.parquet", "a.tar", "a")) {
                byte[] bytes = new byte[3000];
                random.nextBytes(bytes);
                byte[] head = magic.getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(head, 0, bytes, 0, head.length);

                assertThat(facts(name, bytes).coverage().complete()).isFalse();
            }
        }
    }

    @Test
    void nothingAtAllIsFine() {
        for (String name : List.of("a.jsonl", "a.csv", "a.txt", "a.json")) {
            assertThat(facts(name, "").concerns()).isEmpty();
            assertThat(facts(name, "\n\n\n").coverage().complete()).isTrue();
        }
        isUnreadable(facts("a.gz", ""));
        isUnreadable(facts("a.parquet", ""));
    }

    @Test
    void aTarHeaderThatIsWrongIsNamed() {
        byte[] tar = Archives.tar("a.jsonl", ROW.getBytes(UTF_8));
        tar[0] ^= 1;
        isUnreadable(facts("a.tar", tar));
        byte[] huge = Archives.tar("a.jsonl", ROW.getBytes(UTF_8));
        ByteBuffer.wrap(huge).order(ByteOrder.BIG_ENDIAN).put(124, (byte) 0x80);
        isUnreadable(facts("a.tar", huge));
    }
}
