package org.provgate.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("writers", "editors", "web", "judges");

    @ParameterizedTest
    @CsvSource({"writrs,writers", "wirters,writers", "EDITORS,editors", "wbe,web", "judge,judges"})
    void aSlipOfThePenIsUnderstood(String written, String meant) {
        assertThat(Spelling.nearest(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"translators", "wx", "''"})
    void anotherWordIsNot(String written) {
        assertThat(Spelling.nearest(written, KNOWN)).isEmpty();
    }

    @Test
    void longTextIsNotCompared() {
        String text = "w".repeat(Spelling.LONGEST + 1);

        assertThat(Spelling.nearest(text, List.of(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,acb,1", "abc,ab,1", "abc,xyz,3", "'',abc,3"})
    void distanceCountsSlips(String from, String to, int distance) {
        assertThat(Spelling.distance(from, to)).isEqualTo(distance);
    }
}
