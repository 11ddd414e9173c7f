package org.provgate.inspection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GramScannerTest {

    private static final List<String> LITERALS = List.of(
            "abc", "abca", "bcab", "abcab", "aaaaa", "aaaa", "aaa", "c-\"ba", "abcabcabcabc", "@`a", "b c a b c");

    private static List<String> hits(LiteralScanner scanner, byte[] bytes, int lead, int from, int to) {
        Hits hits = new Hits();
        scanner.scan(bytes, lead, from, to, hits);
        List<String> list = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            list.add(hits.end(i) + ":" + hits.literal(i));
        }
        return list;
    }

    private static byte[] random(Random random, int length) {
        String letters = "aaaabbcccABC  -\"@`\n\u00e9";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @RepeatedTest(200)
    void findsWhatAnAutomatonFindsWhateverLiesRoundIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = random(random, random.nextInt(1, 9_000));
        int from = random.nextInt(bytes.length);
        int lead = random.nextInt(from + 1);
        int to = random.nextInt(from, bytes.length + 1);

        assertThat(hits(GramScanner.of(LITERALS), bytes, lead, from, to))
                .containsExactlyInAnyOrderElementsOf(hits(new DenseAutomaton(LITERALS), bytes, lead, from, to));
    }

    @RepeatedTest(100)
    void findsTheSameAcrossAnyBorderInTheOrderOfTheEnds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = random(random, 5_000);
        int border = random.nextInt(bytes.length);
        LiteralScanner scanner = GramScanner.of(LITERALS);
        List<String> inTwo = Stream.concat(
                        hits(scanner, bytes, 0, 0, border).stream(),
                        hits(scanner, bytes, 0, border, bytes.length).stream())
                .toList();

        assertThat(inTwo).containsExactlyInAnyOrderElementsOf(hits(scanner, bytes, 0, 0, bytes.length));
        assertThat(inTwo)
                .extracting(hit -> Integer.parseInt(hit.substring(0, hit.indexOf(':'))))
                .isSorted();
    }

    @Test
    void literalsTooShortForGroupsAreFoundToo() {
        byte[] bytes = "xx ai".repeat(100).getBytes(StandardCharsets.US_ASCII);

        assertThat(hits(GramScanner.of(List.of("ai", "xx ai")), bytes, 0, 0, bytes.length))
                .hasSize(200);
    }
}
