package org.provgate.inspection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SplitScannerTest {

    private static final List<String> LITERALS = List.of("abc", "谷歌", "海螺ab", "b谷", "é", "cé", "éa", "aa", "\\u00e9");

    private static List<String> hits(LiteralScanner scanner, byte[] bytes, int from, int to) {
        Hits hits = new Hits();
        scanner.scan(bytes, 0, from, to, hits);
        List<String> list = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            list.add(hits.end(i) + ":" + hits.literal(i));
        }
        return list;
    }

    @RepeatedTest(300)
    void itFindsWhatOneAutomatonFindsAcrossAnyBorder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String letters = "aaabbc谷歌海螺é   \\u00e9";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 200); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
            text.append(random.nextInt(9) == 0 ? " ".repeat(random.nextInt(40)) : "");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int border = random.nextInt(bytes.length + 1);
        LiteralScanner scanner = new SplitScanner(LITERALS, _ -> false);
        List<String> inTwo = new ArrayList<>(hits(scanner, bytes, 0, border));
        inTwo.addAll(hits(scanner, bytes, border, bytes.length));

        assertThat(inTwo)
                .containsExactlyInAnyOrderElementsOf(hits(new DenseAutomaton(LITERALS), bytes, 0, bytes.length));
    }
}
