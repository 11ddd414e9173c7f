package org.provgate.inspection.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.inspection.Archives;
import org.provgate.inspection.Inspected;
import org.provgate.inspection.Limits;

/// On files that pyarrow wrote.
class ArrowRowsTest {

    private static final int MUTATIONS = 3_000;

    private static byte[] written(String name) {
        try (InputStream in = ArrowRowsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static byte[] rows(byte[] arrow) throws IOException {
        Budget budget = new Budget(Limits.standard(), () -> arrow.length);
        boolean file = arrow[0] == 'A';
        try (ArrowRows rows = new ArrowRows(new ByteArrayInputStream(arrow), file, budget);
                InputStream metered = new MeteredInput(rows, budget, true)) {
            return metered.readAllBytes();
        }
    }

    private static String first(ObjectFacts facts) {
        return facts.concerns().stream().map(Concern::detail).findFirst().orElse("no concern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-type.arrows", "every-type-lz4.arrow", "every-type-zstd.arrow"})
    void columnsOfEveryTypeAreRows(String name) throws IOException {
        assertThat(new String(rows(written(name)), StandardCharsets.UTF_8))
                .isEqualTo(new String(written("every-type.jsonl"), StandardCharsets.UTF_8));
    }

    @Test
    void aDictionaryGrowsAndIsReplaced() throws IOException {
        assertThat(new String(rows(written("growing-dictionary.arrows")), StandardCharsets.UTF_8).replace('"', '\''))
                .isEqualTo("{'who':'b'}\n{'who':'a'}\n{'who':'c'}\n{'who':'a'}\n{'who':'z'}\n{'who':'z'}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "every-type.arrows, application/vnd.apache.arrow.stream",
        "every-type-lz4.arrow, application/vnd.apache.arrow.file"
    })
    void evidenceInRowsIsFound(String name, String mediaType) {
        ObjectFacts facts = Inspected.facts("a.arrow", written(name));

        assertThat(facts.mediaType()).isEqualTo(mediaType);
        assertThat(facts.rows()).isEqualTo(new Rows.Counted(6));
        assertThat(facts.concerns()).isEmpty();
        assertThat(facts.evidence()).anySatisfy(sign -> {
            assertThat(sign.excerpt()).contains("made by Anthropic");
            assertThat(sign.firstLine()).isEqualTo(3);
        });
    }

    @Test
    void itIsReadInsideOtherThings() {
        byte[] arrow = written("every-type-zstd.arrow");
        ObjectFacts plain = Inspected.facts("a.arrow", arrow);

        ObjectFacts packed = Inspected.facts("a.arrow.gz", Inspected.gzip(arrow));
        ObjectFacts member = Inspected.facts("a.zip", Archives.zip(Map.of("a.arrow", arrow)));

        assertThat(packed.evidence()).isEqualTo(plain.evidence());
        assertThat(member.evidence()).isEqualTo(plain.evidence());
        assertThat(member.concerns()).isEmpty();
    }

    @Test
    void theFirstFeatherVersionIsNamed() {
        ObjectFacts facts = Inspected.facts("a.feather", written("first-version.feather"));

        assertThat(facts.mediaType()).isEqualTo("application/x-feather");
        assertThat(first(facts)).isEqualTo("it is application/x-feather, which is not looked into");
    }

    @Test
    void aFooterMustListTheBatchesBeforeIt() {
        byte[] arrow = written("every-type-lz4.arrow");
        ByteBuffer bytes = ByteBuffer.wrap(arrow).order(ByteOrder.LITTLE_ENDIAN);
        int footer = arrow.length - 10 - bytes.getInt(arrow.length - 10);
        long secondBatch = 0;
        int at = 0;
        for (int i = footer; i + 24 < arrow.length; i++) {
            long offset = bytes.getLong(i);
            if (offset > secondBatch && offset < footer && bytes.getInt((int) offset) == -1) {
                secondBatch = offset;
                at = i;
            }
        }
        bytes.putLong(at, secondBatch - 8);

        assertThat(first(Inspected.facts("a.arrow", arrow)))
                .isEqualTo("the Arrow footer lists other batches than those before it");
    }

    @Test
    void nothingMayFollowAStream() {
        byte[] stream = written("every-type.arrows");
        byte[] twice = Arrays.copyOf(stream, 2 * stream.length);
        System.arraycopy(stream, 0, twice, stream.length, stream.length);

        ObjectFacts facts = Inspected.facts("a.arrow", twice);

        assertThat(first(facts)).isEqualTo("something follows the end of the Arrow stream");
        assertThat(facts.evidence()).isNotEmpty();
    }

    @Test
    void rowsBeforeTheCutAreLookedInto() {
        byte[] stream = written("every-type.arrows");

        ObjectFacts facts = Inspected.facts("a.arrow", Arrays.copyOf(stream, stream.length - 1000));

        assertThat(first(facts)).isEqualTo("the Arrow data is corrupt or cut off");
        assertThat(facts.coverage().complete()).isFalse();
        assertThat(facts.coverage().rowsRead()).isEqualTo(4);
        assertThat(facts.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"every-type.arrows", "every-type-lz4.arrow", "every-type-zstd.arrow", "growing-dictionary.arrows"
            })
    void whateverIsDamagedIsNoMoreThanAContentFault(String name) {
        byte[] whole = written(name);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged =
                    random.nextInt(8) == 0 ? Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8)) : whole.clone();
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                int at = random.nextInt(8, damaged.length + 1) - 1;
                damaged[at] = (byte) (random.nextBoolean() ? random.nextInt() : damaged[at] ^ 1 << random.nextInt(8));
            }
            assertThat(outcome(damaged)).isIn("read", "refused");
        }
    }

    private static String outcome(byte[] arrow) {
        try {
            rows(arrow);
            return "read";
        } catch (ContentFault _) {
            return "refused";
        } catch (IOException | RuntimeException fault) {
            return fault.toString();
        }
    }
}
