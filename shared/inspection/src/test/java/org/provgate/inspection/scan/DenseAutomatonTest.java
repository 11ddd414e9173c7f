package org.provgate.inspection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DenseAutomatonTest {

    private record Hit(int end, int literal) {}

    private static List<Hit> hits(LiteralScanner scanner, byte[] bytes, int from, int to) {
        Hits hits = new Hits();
        scanner.scan(bytes, 0, from, to, hits);
        List<Hit> list = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            list.add(new Hit(hits.end(i), hits.literal(i)));
        }
        return list;
    }

    private static List<Hit> naive(List<String> literals, String text, int from, int to) {
        List<Hit> hits = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int end = from + 1; end <= to; end++) {
            for (int i = 0; i < literals.size(); i++) {
                if (lower.substring(0, end).endsWith(literals.get(i))) {
                    hits.add(new Hit(end, i));
                }
            }
        }
        return hits;
    }

    private static String random(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @RepeatedTest(200)
    void findsWhatANaiveScannerFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> literals = new ArrayList<>();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            String literal = random(random, "abc-", random.nextInt(1, 7));
            if (!literals.contains(literal)) {
                literals.add(literal);
            }
        }
        String text = random(random, "abcABCd-", random.nextInt(1, 300));
        int from = random.nextInt(text.length());
        LiteralScanner scanner = new DenseAutomaton(literals);

        assertThat(hits(scanner, text.getBytes(StandardCharsets.US_ASCII), from, text.length()))
                .containsExactlyInAnyOrderElementsOf(naive(literals, text, from, text.length()));
    }

    @RepeatedTest(20)
    void readingInFourPlacesFindsTheSameInOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> literals = List.of("abcabc", "cab", "aa", "ddddddddddddddddddddd", "b-b");
        LiteralScanner scanner = new DenseAutomaton(literals);
        byte[] text = random(random, "aabcd-", random.nextInt(9_000, 40_000)).getBytes(StandardCharsets.US_ASCII);
        int from = random.nextInt(300);
        List<Hit> piecewise = new ArrayList<>();
        for (int at = from; at < text.length; at += 1000) {
            piecewise.addAll(hits(scanner, text, at, Math.min(text.length, at + 1000)));
        }

        assertThat(hits(scanner, text, from, text.length)).containsExactlyElementsOf(piecewise);
    }

    @Test
    void upperCaseLiteralsAndTextMeet() {
        LiteralScanner scanner = new DenseAutomaton(List.of("OpenAI", "谷歌"));
        byte[] text = "openai OPENAI 谷歌".getBytes(StandardCharsets.UTF_8);

        assertThat(hits(scanner, text, 0, text.length))
                .containsExactly(new Hit(6, 0), new Hit(13, 0), new Hit(text.length, 1));
    }
}
