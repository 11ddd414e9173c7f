package org.provgate.formats.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Strength;

class FactsCodecTest {

    private static final int ROUNDS = 3_000;

    private static final ObjectFacts SMALL = new ObjectFacts(
            "data/a.jsonl",
            42,
            new Sha256("0".repeat(64)),
            "application/jsonl",
            new Rows.Counted(2),
            new Coverage(42, 2, true),
            List.of(new Evidence(
                    new Maker.Model("anthropic", "claude-3-opus"), Strength.CONCLUSIVE, "self", 3, 2, 1, "I am")),
            List.of(new Concern(Concern.Kind.TYPE_DIFFERS, "it is Parquet", 1)),
            1);

    private static final String WRITTEN =
            "{\"facts\":1,\"edition\":1,\"path\":\"data/a.jsonl\",\"bytes\":42,\"sha256\":\""
                    + "0".repeat(64)
                    + "\",\"mediaType\":\"application/jsonl\",\"rows\":2,"
                    + "\"coverage\":{\"bytesRead\":42,\"rowsRead\":2,\"complete\":true},"
                    + "\"evidence\":[{\"provider\":\"anthropic\",\"model\":\"claude-3-opus\",\"strength\":\"conclusive\","
                    + "\"fingerprint\":\"self\",\"count\":3,\"rows\":2,\"firstLine\":1,\"excerpt\":\"I am\"}],"
                    + "\"concerns\":[{\"kind\":\"type-differs\",\"detail\":\"it is Parquet\",\"line\":1}]}";

    @Test
    void theStoredFormIsFixed() {
        assertThat(new String(FactsCodec.write(SMALL), StandardCharsets.UTF_8)).isEqualTo(WRITTEN);
    }

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        Random random = new Random(20261123);
        for (int round = 0; round < ROUNDS; round++) {
            ObjectFacts facts = anyFacts(random);
            byte[] bytes = FactsCodec.write(facts);

            assertThat(FactsCodec.read(bytes)).as("round %s", round).isEqualTo(facts);
            assertThat(FactsCodec.write(FactsCodec.read(bytes))).isEqualTo(bytes);
            for (byte one : bytes) {
                assertThat((int) one).isBetween(0x20, 0x7f);
            }
        }
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> FactsCodec.read(
                        WRITTEN.replace("\"facts\":1", "\"facts\":2").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFactsException.class)
                .hasMessage("stored facts are of version 2, known is 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "edition":1          | "edition":99999999999
                    "edition":1          | "edition":1.5
                    "bytes":42           | "bytes":"42"
                    "bytes":42           | "bytes":92233720368547758080
                    "path"               | "Path"
                    "rows":2,"cov        | "rows":null,"cov
                    "rows":2,"cov        | "rows":"many","cov
                    "complete":true      | "complete":null
                    "strength":"c        | "strength":"C
                    "count":3            | "count":0
                    "provider":"anthropic"| "maker":"anthropic"
                    "model"              | "mode"
                    "type-differs"       | "type-differed"
                    "evidence":[{        | "evidence":[7,{
                    "line":1}            | "line":1,"more":2}
                    "line":1}]}          | "line":1}]}{}
                    "line":1}]}          | "line":1}]
                    "sha256":"0          | "sha256":"g
                    """)
    void whatWasNotWrittenHereIsRefused(String written, String instead) {
        String bent = WRITTEN.replace(written, instead);
        assertThat(bent).isNotEqualTo(WRITTEN);

        assertThatThrownBy(() -> FactsCodec.read(bent.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFactsException.class)
                .hasMessageStartingWith("stored facts ");
    }

    @Test
    void everyCutIsRefused() {
        byte[] bytes = WRITTEN.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> FactsCodec.read(cut)).isInstanceOf(UnreadableFactsException.class);
        }
    }

    private static ObjectFacts anyFacts(Random random) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            evidence.add(new Evidence(
                    anyMaker(random),
                    anyOf(random, List.copyOf(EnumSet.allOf(Strength.class))),
                    anyText(random, 20),
                    1 + random.nextLong(Long.MAX_VALUE),
                    1 + random.nextLong(1_000),
                    1 + random.nextLong(1_000),
                    anyText(random, Evidence.EXCERPT_LIMIT)));
        }
        List<Concern> concerns = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            concerns.add(new Concern(
                    anyOf(random, List.copyOf(EnumSet.allOf(Concern.Kind.class))),
                    anyText(random, 60),
                    1 + random.nextLong(99)));
        }
        StringBuilder digest = new StringBuilder();
        while (digest.length() < 64) {
            digest.append(Character.forDigit(random.nextInt(16), 16));
        }
        return new ObjectFacts(
                anyText(random, 200),
                random.nextLong(Long.MAX_VALUE),
                new Sha256(digest.toString()),
                anyText(random, 30),
                switch (random.nextInt(3)) {
                    case 0 -> new Rows.Counted(random.nextLong(Long.MAX_VALUE));
                    case 1 -> new Rows.NotTabular();
                    default -> new Rows.Unknown();
                },
                new Coverage(random.nextLong(Long.MAX_VALUE), random.nextLong(99), random.nextBoolean()),
                evidence,
                concerns,
                random.nextInt(Integer.MAX_VALUE));
    }

    private static <T> T anyOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Maker anyMaker(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Maker.Unknown();
            case 1 -> new Maker.Provider(anyText(random, 12));
            default -> new Maker.Model(anyText(random, 12), anyText(random, 30));
        };
    }

    /// Any UTF-16 units at all, halves of pairs and controls included.
    private static String anyText(Random random, int limit) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(limit + 1); i > 0; i--) {
            text.append((char) (random.nextBoolean() ? 0x20 + random.nextInt(0x60) : random.nextInt(0x10000)));
        }
        return text.toString();
    }
}
