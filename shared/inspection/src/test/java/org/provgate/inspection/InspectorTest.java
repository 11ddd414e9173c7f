package org.provgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.inspection.Inspected.evidence;
import static org.provgate.inspection.Inspected.facts;
import static org.provgate.inspection.Inspected.gzip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Sighting;

class InspectorTest {

    private static final String CLAUDE =
            "{\"prompt\": \"Who are you?\", \"response\": \"I'm Claude, made by Anthropic.\"}\n";

    @Test
    void plainFactsOfRows() {
        ObjectFacts facts = facts("data/a.jsonl", "{\"a\": 1}\n\n{\"a\": 2}\n");

        assertThat(facts.mediaType()).isEqualTo("application/jsonl");
        assertThat(facts.rows()).isEqualTo(new Rows.Counted(2));
        assertThat(facts.bytes()).isEqualTo(19);
        assertThat(facts.coverage()).isEqualTo(new Coverage(19, 2, true));
        assertThat(facts.concerns()).isEmpty();
        assertThat(facts.evidence()).isEmpty();
    }

    @Test
    void everyHitIsToldWithItsPlace() throws IOException {
        List<Sighting> seen = new ArrayList<>();
        byte[] packed = Archives.zip(Map.of("a/b.jsonl", ("{\"a\": 1}\n" + CLAUDE).getBytes(StandardCharsets.UTF_8)));

        new Inspector(Inspected.FINGERPRINTS, Limits.standard()).inspect("x.zip", Inspected.source(packed), seen::add);

        assertThat(seen).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.within()).isEqualTo("in a/b.jsonl");
            assertThat(hit.line()).isEqualTo(2);
            assertThat(hit.excerpt()).contains("Anthropic");
        });
    }

    @Test
    void theDigestIsOfTheStoredBytes() {
        assertThat(facts("a.txt", "abc").sha256())
                .isEqualTo(new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jsonl | {'x':1}~{'x':2}~ | application/jsonl | 2",
                "a.json | [{'x':1},~ {'x':2}] | application/json | 2",
                "a.json | {'x':1}{'x':2} {'x':3} | application/json | 3",
                "a.json | {'x':~1}~{'x':2} | application/json | 2",
                "a.json | [1, 'two', null, [3], {}] | application/json | 5",
                "a.json | [] | application/json | 0",
                "a.csv | q,a~1,2~3,4~ | text/csv | 2",
                "a.csv | 1,2~3,4~ | text/csv | 2",
                "a.csv | q;a~1;2~'3~x';'4;''5'''~ | text/csv | 2",
                "a.tsv | q\ta~1\t2~ | text/tab-separated-values | 1",
                "a.txt | Once, twice,~and more. | text/plain | -1",
                "a.md | # Title~~Text | text/markdown | -1",
                "a.yaml | a: 1 | application/yaml | -1",
                "a | q,a~1,2~3,4~ | text/csv | 2",
                "a | Dear all,~this is a letter.~ | text/plain | -1",
                "a.jsonl | '' | application/jsonl | 0",
            })
    void theTypeIsFoundByContentAndRowsAreCounted(String path, String content, String type, int rows) {
        ObjectFacts facts =
                facts(path, content.replace('\'', '"').replace("\"\"", "\"\"").replace('~', '\n'));

        assertThat(facts.mediaType()).isEqualTo(type);
        assertThat(facts.rows()).isEqualTo(rows < 0 ? new Rows.NotTabular() : new Rows.Counted(rows));
        assertThat(facts.concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORC warriors gathered",
                "ID3 tags are old",
                "BZh is no word",
                "GIF89a or GIF8 was it",
                "OggS and fLaC",
                "PAR1 and PARE",
                "ARROW1 was shot",
                "FEA1 of nothing",
                "The ftyp of it",
                "As it isWEBP, so",
                "It soundWAVEs here",
                "Rar! it cried",
                "%PDF-ish talk",
            })
    void aTextMayBeginWithTheLettersOfAnotherFormat(String text) {
        ObjectFacts facts = facts("a.txt", text + " by the river.\n\n" + "I'm Claude, made by Anthropic.\n");

        assertThat(facts.mediaType()).isEqualTo("text/plain");
        assertThat(evidence(facts)).containsExactly("CONCLUSIVE self-named-en anthropic/Claude 1");
        assertThat(facts.concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ORC, application/vnd.apache.orc",
        "ID3, audio/mpeg",
        "BZh, application/x-bzip2",
        "GIF8, image/gif",
        "%PDF-1., application/pdf"
    })
    void theSameLettersBeforeBinaryAreTheFormat(String letters, String type) {
        assertThat(facts("a", letters + "9\u0000\u0001\u0002").mediaType()).isEqualTo(type);
    }

    @Test
    void rowsInGzipAreCountedAndTheTypeIsTheStoredOne() {
        ObjectFacts facts = facts("a.jsonl.gz", gzip((CLAUDE + CLAUDE).getBytes(StandardCharsets.UTF_8)));

        assertThat(facts.mediaType()).isEqualTo("application/gzip");
        assertThat(facts.rows()).isEqualTo(new Rows.Counted(2));
        assertThat(evidence(facts)).containsExactly("CONCLUSIVE self-named-en anthropic/Claude 2");
    }

    @Test
    void evidenceSaysWhereAndWhat() {
        ObjectFacts facts = facts("a.jsonl", "{\"response\": \"Four.\"}\n" + CLAUDE + CLAUDE);

        assertThat(facts.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.firstLine()).isEqualTo(2);
            assertThat(evidence.rows()).isEqualTo(2);
            assertThat(evidence.excerpt()).isEqualTo("I'm Claude, made by Anthropic.");
        });
    }

    @Test
    void aNameThatLiesIsAConcern() {
        assertThat(facts("a.csv", CLAUDE + CLAUDE).concerns())
                .containsExactly(new Concern(
                        Concern.Kind.TYPE_DIFFERS, "the name ends in .csv, the content is application/jsonl", 1));
    }

    @Test
    void truncatedGzipIsUnreadableAndWhatWasReadCounts() {
        byte[] whole = gzip(CLAUDE.repeat(50).getBytes(StandardCharsets.UTF_8));
        ObjectFacts facts = facts("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 12));

        assertThat(facts.concerns()).extracting(Concern::kind).containsExactly(Concern.Kind.UNREADABLE);
        assertThat(facts.rows()).isEqualTo(new Rows.Unknown());
        assertThat(facts.coverage().complete()).isFalse();
    }

    @Test
    void bytesThatAreNoUtf8AreNamedWithTheirLine() {
        ObjectFacts facts =
                facts("a.jsonl", "{\"a\":\"x\"}\n{\"a\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(facts.concerns())
                .containsExactly(new Concern(Concern.Kind.UNREADABLE, "line 2 is not valid UTF-8", 2));
    }

    @Test
    void whatIsNotKnownIsNotCalledClean() {
        ObjectFacts facts = facts("a.bin", new byte[] {0, 1, 2, 3, 0, 9});

        assertThat(facts.mediaType()).isEqualTo("application/octet-stream");
        assertThat(facts.coverage().complete()).isFalse();
        assertThat(facts.concerns()).extracting(Concern::kind).containsExactly(Concern.Kind.NOT_INSPECTED);
    }

    @Test
    void aBombIsStopped() {
        byte[] bomb = gzip("yes\n".repeat(25 << 20).getBytes(StandardCharsets.US_ASCII));

        assertThat(facts("a.txt.gz", bomb).concerns()).extracting(Concern::kind).contains(Concern.Kind.EXPANDS_TOO_FAR);
    }
}
