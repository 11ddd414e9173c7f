package org.provgate.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;

class SpellingsTest {

    private static final Registry REGISTRY = BundledRegistry.load();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spellings.csv", delimiter = '|')
    void aSpellingResolvesAsTheTableSays(String spelling, String kind, @Nullable String expected) {
        String wanted = expected == null ? "" : expected;
        switch (REGISTRY.resolve(spelling)) {
            case Resolution.Known(ModelFamily family) -> {
                assertThat(kind).isEqualTo("known");
                assertThat(family.id()).isEqualTo(wanted);
            }
            case Resolution.Ambiguous(List<ModelFamily> candidates) -> {
                assertThat(kind).isEqualTo("ambiguous");
                assertThat(String.join(
                                " ", candidates.stream().map(ModelFamily::id).toList()))
                        .isEqualTo(wanted);
            }
            case Resolution.Unrecognized(List<String> nearest) -> {
                assertThat(kind).isEqualTo("unrecognized");
                assertThat(nearest.isEmpty() ? "" : nearest.getFirst()).isEqualTo(wanted);
            }
        }
    }

    /// Written with escapes, so that the trick is visible here.
    @ParameterizedTest(name = "{index}")
    @CsvSource(delimiter = '|', textBlock = """
            \u0421laude 3 Opus                  | Claude 3 Opus
            cl\u0430ude-3-opus-20240229         | claude-3-opus-20240229
            gpt\u20114o                         | gpt-4o
            gpt-4\u03bf                         | gpt-4o
            g\u200bpt-4o                        | gpt-4o
            gpt-4o\ufeff-mini                   | gpt-4o-mini
            \uff27\uff30\uff34-4                | GPT-4
            Ll\u0430ma 3.1                      | Llama 3.1
            g\u00e9mini-pro                     | gemini-pro
            meta-llama/Ll\u0430ma-2-7b-hf       | meta-llama/Llama-2-7b-hf
            \u212aimi                           | Kimi
            T\u00fclu 4x                        | ''
            deepseek\u2010r1                    | deepseek-r1
            \u03bfpenai/gpt-4                   | openai/gpt-4
            mistr\u0430l-large-latest           | mistral-large-latest
            """)
    void aNameInLookalikeLettersIsNotKnownAndThePlainNameIsOffered(String disguised, String plain) {
        Resolution resolution = REGISTRY.resolve(disguised);
        assertThat(resolution).isInstanceOf(Resolution.Unrecognized.class);
        if (resolution instanceof Resolution.Unrecognized(List<String> nearest) && !plain.isEmpty()) {
            assertThat(nearest).first().isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "/", "//", ":", "@", "///:@", "\u200b", "\u0000", "\ud800", "\n\n"})
    void emptyAndOddNamesAreUnrecognized(String name) {
        assertThat(REGISTRY.resolve(name)).isInstanceOf(Resolution.Unrecognized.class);
    }

    @Test
    void aNameOfAMegabyteIsRefusedAtOnce() {
        assertThat(REGISTRY.resolve("claude-".repeat(150_000))).isEqualTo(new Resolution.Unrecognized(List.of()));
    }

    @Test
    void atMostFiveNamesAreOffered() {
        for (ModelFamily family : REGISTRY.families()) {
            for (String name : family.names()) {
                if (REGISTRY.resolve(name + "xq") instanceof Resolution.Unrecognized(List<String> nearest)) {
                    assertThat(nearest).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void aDisplayNameResolvesToItsFamilyInAnyCase() {
        for (ModelFamily family : REGISTRY.families()) {
            for (String name : family.names()) {
                assertThat(REGISTRY.resolve(name)).as(name).isEqualTo(new Resolution.Known(family));
                assertThat(REGISTRY.resolve(name.toUpperCase(Locale.ROOT)))
                        .as(name)
                        .isNotInstanceOf(Resolution.Unrecognized.class);
            }
        }
    }
}
