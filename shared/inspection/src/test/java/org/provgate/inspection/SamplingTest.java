package org.provgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.inspection.Inspected.evidence;
import static org.provgate.inspection.Inspected.facts;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;

/// Objects above the size up to which everything is looked into.
class SamplingTest {

    private static final String SAYS = "I am Claude, an AI assistant made by Anthropic.";
    private static final String NOTHING = "{\"response\": \"Nothing at all.\"}\n";
    private static final String FOUND = "CONCLUSIVE self-named-en anthropic/Claude 1";
    private static final int WHOLE = 1 << 18;
    private static final Limits LIMITS = Limits.standard().withWholeUpTo(WHOLE);

    private static byte[] jsonl(int before, int after) {
        return (NOTHING.repeat(before) + "{\"response\": \"" + SAYS + "\"}\n" + NOTHING.repeat(after)).getBytes(UTF_8);
    }

    private static void saysHowMuch(ObjectFacts facts, byte[] content) {
        assertThat(facts.bytes()).isEqualTo(content.length);
        assertThat(facts.coverage().complete()).isFalse();
        assertThat(facts.coverage().bytesRead()).isBetween(1L, WHOLE + (1L << 17));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 59_900, 60_000})
    void theBeginningAndTheEndAreLookedInto(int before) {
        byte[] content = jsonl(before, 60_000 - before);
        ObjectFacts facts = facts("a.jsonl", content, LIMITS);

        saysHowMuch(facts, content);
        assertThat(evidence(facts)).containsExactly(FOUND);
        assertThat(facts.rows()).isEqualTo(new Rows.Unknown());
        assertThat(facts.concerns()).isEmpty();
        assertThat(facts.sha256()).isEqualTo(facts("a.jsonl", content).sha256());
    }

    @Test
    void aHitHasALineOnlyBeforeTheFirstGap() {
        assertThat(facts("a.jsonl", jsonl(99, 59_900), LIMITS).evidence())
                .allSatisfy(said -> assertThat(said.firstLine()).isEqualTo(100));
        assertThat(facts("a.jsonl", jsonl(60_000, 0), LIMITS).evidence())
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.firstLine()).isZero());
    }

    @Test
    void aFaultBehindTheFirstGapHasNoLine() {
        byte[] content = (NOTHING.repeat(60_000) + "{\"response\": \n").getBytes(UTF_8);

        assertThat(facts("a.jsonl", content, LIMITS).concerns())
                .extracting(Concern::detail)
                .containsExactly("a line of a part that was sampled is not valid JSON");
    }

    @Test
    void piecesBetweenAreLookedIntoFromRowToRow() {
        byte[] content = ("{\"response\": \"" + SAYS + "\"}\n").repeat(30_000).getBytes(UTF_8);
        ObjectFacts facts = facts("a.jsonl", content, LIMITS);

        saysHowMuch(facts, content);
        assertThat(facts.concerns()).isEmpty();
        assertThat(facts.coverage().rowsRead()).isBetween(3000L, 6500L);
        assertThat(facts.evidence()).allSatisfy(said -> assertThat(said.count()).isGreaterThan(3000));
    }

    @Test
    void whatIsLookedIntoIsTheSameEveryTimeAndAnotherForOtherContent() {
        byte[] content = NOTHING.repeat(60_000).getBytes(UTF_8);
        byte[] other = content.clone();
        other[20] = 'X';

        assertThat(opened(content)).isEqualTo(opened(content)).isNotEqualTo(opened(other));
    }

    private static String opened(byte[] content) {
        StringBuilder offsets = new StringBuilder();
        facts("a.jsonl", new Counted(content, Optional.empty(), new AtomicLong(), offsets), LIMITS);
        return offsets.toString();
    }

    @Test
    void tablesAndTextAreSampledToo() {
        byte[] table = ("q,answer\n" + "1,\"two\nlines\"\n".repeat(40_000) + "2,\"" + SAYS + "\"\n").getBytes(UTF_8);
        byte[] text = ("Once upon a time.\n\n".repeat(40_000) + SAYS + "\n").getBytes(UTF_8);

        assertThat(facts("a.csv", table, LIMITS).concerns()).isEmpty();
        saysHowMuch(facts("a.csv", table, LIMITS), table);
        assertThat(evidence(facts("a.txt", text, LIMITS))).contains(FOUND);
        saysHowMuch(facts("a.txt", text, LIMITS), text);
    }

    @Test
    void aKnownDigestSparesReadingTheRest() {
        byte[] content = jsonl(60_000, 100);
        Sha256 known = facts("a.jsonl", content).sha256();
        AtomicLong read = new AtomicLong();
        ObjectFacts facts =
                facts("a.jsonl", new Counted(content, Optional.of(known), read, new StringBuilder()), LIMITS);

        assertThat(facts.sha256()).isEqualTo(known);
        assertThat(evidence(facts)).containsExactly(FOUND);
        assertThat(read.get()).isLessThan(2L * WHOLE).isLessThan(content.length / 3);
    }

    @Test
    void ofWhatCannotBeReadInPiecesTheBeginningIsLookedInto() {
        byte[] row = ("{\"response\": \"" + SAYS + "\"}").getBytes(UTF_8);
        byte[] list = ("[" + new String(row, UTF_8) + (",\n" + NOTHING.strip()).repeat(60_000) + "]").getBytes(UTF_8);
        ObjectFacts facts = facts("a.json", list, LIMITS);

        saysHowMuch(facts, list);
        assertThat(evidence(facts)).containsExactly(FOUND);
        assertThat(facts.concerns()).extracting(Concern::kind).contains(Concern.Kind.NOT_INSPECTED);
    }

    @Test
    void aLineThatNeverEndsIsCutBetweenPieces() {
        byte[] content = ("{\"a\": \"" + "x".repeat(4 << 20) + "\"}\n" + NOTHING).getBytes(UTF_8);
        ObjectFacts facts = facts("a.jsonl", content, LIMITS.withRowBytes(1 << 16));

        assertThat(facts.coverage().complete()).isFalse();
        assertThat(facts.coverage().bytesRead()).isLessThan(3L * WHOLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5_000, 8_000, 17_000})
    void ofParquetSomeRowGroupsAreLookedInto(long whole) {
        byte[] content = Inspected.resource("content/eight-groups.parquet");
        ObjectFacts facts = facts("a.parquet", content, Limits.standard().withWholeUpTo(whole));

        assertThat(facts.concerns()).isEmpty();
        assertThat(facts.rows()).isEqualTo(new Rows.Counted(160));
        assertThat(facts.coverage().complete()).isFalse();
        assertThat(facts.coverage().rowsRead() % 20).isZero();
        assertThat(facts.coverage().rowsRead()).isBetween(20L, 20 + whole * 160 / content.length + 20);
        assertThat(facts.coverage().bytesRead()).isBetween(1L, Math.max(whole, 2_500));
    }

    @Test
    void theRowGroupsThatArePickedAreRead() {
        byte[] content = Inspected.resource("content/eight-groups.parquet");

        assertThat(evidence(facts("a.parquet", content, Limits.standard().withWholeUpTo(17_000))))
                .containsExactly(FOUND);
    }

    /// Knows how much of it was read, and where it was opened.
    @SuppressWarnings("ArrayRecordComponent")
    private record Counted(byte[] content, Optional<Sha256> sha256, AtomicLong read, StringBuilder offsets)
            implements ByteSource {

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open(long offset) {
            offsets.append(offset).append(' ');
            return new FilterInputStream(
                    new ByteArrayInputStream(content, (int) offset, content.length - (int) offset)) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int count = super.read(bytes, from, length);
                    read.addAndGet(Math.max(0, count));
                    return count;
                }
            };
        }
    }
}
