package org.provgate.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every input that is kept, and a few hundred others made of it: a value or a finding comes of each.
class KeptInputsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final int MUTANTS = 200;

    @ParameterizedTest
    @EnumSource
    void aValueOrAFindingComesOfIt(FuzzTarget target) throws IOException {
        Reader reader = target.reader();
        SortedMap<String, byte[]> kept = target.kept(ROOT);
        assertThat(kept).as("beginnings of " + target.word()).isNotEmpty();
        for (Map.Entry<String, byte[]> input : kept.entrySet()) {
            assertThatCode(() -> reader.read(input.getValue()))
                    .as(input.getKey())
                    .doesNotThrowAnyException();
            Random random = new Random(Arrays.hashCode(input.getValue()));
            for (int i = 0; i < MUTANTS / kept.size(); i++) {
                byte[] mutant = mutant(input.getValue(), random);
                assertThatCode(() -> reader.read(mutant))
                        .as("a mutant of %s: %s", input.getKey(), Arrays.toString(mutant))
                        .doesNotThrowAnyException();
            }
        }
    }

    /// A byte changed, a piece cut out, a piece repeated, or the end cut off.
    private static byte[] mutant(byte[] input, Random random) {
        byte[] bytes = input.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(16, bytes.length - from));
        return switch (random.nextInt(4)) {
            case 0 -> {
                bytes[from] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, from + length, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, from + length), Arrays.copyOfRange(bytes, from, bytes.length));
            default -> Arrays.copyOf(bytes, from);
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
