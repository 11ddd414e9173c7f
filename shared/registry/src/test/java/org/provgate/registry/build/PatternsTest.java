package org.provgate.registry.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.registry.Facts;

class PatternsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.*a.*a.*a.*x", "(?:.*-){5}x", "(?:\\w*1){6}x", "(.*)(.*)(.*)(.*)x"})
    void aPatternThatRunsAwayIsFound(String regex) {
        assertThat(PatternCost.worst(Pattern.compile(regex), List.of(""))).isPresent();
    }

    @Test
    void aPlainPatternIsCheap() {
        assertThat(PatternCost.worst(Pattern.compile("gpt-4(?:-[a-z]+)*"), List.of("gpt-4")))
                .isEmpty();
    }

    /// Every pattern against every start that its own or another pattern's hint suggests.
    @Test
    void noPatternOfTheRegistryRunsAway() throws IOException, UnsoundFacts {
        Facts facts = CompileRegistry.compile(Path.of("src/main/registry"));
        for (Facts.NamePattern pattern : facts.patterns()) {
            List<String> starts = new ArrayList<>(List.of("", "a/b/", pattern.hint(), pattern.hint() + "-"));
            facts.ids().stream()
                    .filter(id -> id.family().equals(pattern.family()))
                    .forEach(id -> starts.add(id.id()));
            assertThat(PatternCost.worst(Pattern.compile(pattern.regex()), starts))
                    .as(pattern.regex())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (?i)(?:[\\w]+/)*+(?:claude-3)(?:[:@]\\w+)? ; claude-3
            gpt-?4 ; gpt
            (?:text-)?(?:davinci|curie) ; ``
            llama-?v?3[.p_-]1 ; llama
            deepseek\\.v3(?:\\.2)? ; deepseek.v3
            (?!opus)claude ; claude
            glm-?(?:4[.-][5-7]v?|5) ; glm
            a{2}bcd ; bcd
            x[)]yz ; yz
            """)
    void aHintIsTextThatEveryMatchHolds(String regex, String hint) {
        assertThat(Hints.of(regex)).isEqualTo(hint);
    }

    @Test
    void fewPatternsHaveNoHint() throws IOException, UnsoundFacts {
        Facts facts = CompileRegistry.compile(Path.of("src/main/registry"));
        long without = facts.patterns().stream().filter(p -> p.hint().isEmpty()).count();
        assertThat(without).isLessThan(facts.patterns().size() / 10);
    }

    @Test
    void noHintKeepsAPatternFromAnIdItMatches() throws IOException, UnsoundFacts {
        Facts facts = CompileRegistry.compile(Path.of("src/main/registry"));
        for (Facts.NamePattern pattern : facts.patterns()) {
            Pattern regex = Pattern.compile(pattern.regex());
            for (Facts.ExactId id : facts.ids()) {
                if (regex.matcher(id.id()).matches()) {
                    assertThat(id.id().toLowerCase(Locale.ROOT)).contains(pattern.hint());
                }
            }
        }
    }
}
