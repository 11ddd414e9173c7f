package org.provgate.core.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.license.LicenseText.Meaning;

class LicenseTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT | MIT",
                "mit | MIT",
                "(MIT) | MIT",
                "Apache-2.0+ | Apache-2.0+",
                "MIT AND CC-BY-4.0 OR 0BSD | MIT AND CC-BY-4.0 OR 0BSD",
                "MIT AND (CC-BY-4.0 OR 0BSD) | MIT AND (CC-BY-4.0 OR 0BSD)",
                "(MIT AND CC-BY-4.0) OR 0BSD | MIT AND CC-BY-4.0 OR 0BSD",
                "GPL-2.0-or-later WITH classpath-exception-2.0 | GPL-2.0-or-later WITH Classpath-exception-2.0",
                "LicenseRef-Own-1.0 OR MIT | LicenseRef-Own-1.0 OR MIT",
                "  MIT  | MIT"
            })
    void expressionsAreReadAndWrittenInOneForm(String text, String canonical) {
        assertThat(LicenseText.read(text).expression())
                .map(LicenseExpression::toString)
                .contains(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT OR | a licence is missing at the end",
                "OR MIT | a licence is missing before \"OR\"",
                "MIT CC-BY-4.0 | an operator (AND, OR, WITH) is missing before \"CC-BY-4.0\"",
                "(MIT | a parenthesis is not closed",
                "MIT) | a closing parenthesis has no opening one",
                "MIT WITH MIT | \"MIT\" is no exception of the SPDX list",
                "(MIT OR 0BSD) WITH LLVM-exception | WITH follows a single licence, not an expression",
                "DocumentRef-a:LicenseRef-b | \"DocumentRef-a:LicenseRef-b\" points into another SPDX document, which a manifest has not",
                "'' | the text is empty",
                "MITT | \"MITT\" is no licence of the SPDX list (did you mean MIT?)",
                "bsd | \"bsd\" names a family of licences, not one of them"
            })
    void whatIsWrongIsSaid(String text, String problem) {
        assertThat(LicenseText.read(text))
                .isInstanceOfSatisfying(
                        LicenseText.Broken.class,
                        broken -> assertThat(broken.problem()).isEqualTo(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mit or apache-2.0 | MIT OR Apache-2.0",
                "CC BY-SA 4.0 | CC-BY-SA-4.0",
                "CC BY 4      | CC-BY-4.0",
                "Apache License, Version 2.0 | Apache-2.0",
                "MIT License | MIT",
                "apache2 | Apache-2.0",
                "odc-by | ODC-By-1.0",
                "llama3.1 | LicenseRef-hf-llama3.1",
                "unknown | NOASSERTION",
                "none | NONE",
                "https://spdx.org/licenses/MIT.html | MIT",
                "http://creativecommons.org/licenses/by-nc/4.0/ | CC-BY-NC-4.0",
                "https://creativecommons.org/publicdomain/zero/1.0/legalcode | CC0-1.0",
                "https://opensource.org/license/mit | MIT",
                "https://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0"
            })
    void otherSpellingsAreUnderstoodButNotTaken(String text, String meant) {
        assertThat(LicenseText.read(text))
                .isInstanceOfSatisfying(
                        LicenseText.Broken.class,
                        broken -> assertThat(broken.meaning()).isEqualTo(new Meaning.Probably(meant)));
        assertThat(CommunityLicenses.meant(text).orElse(meant)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc", "cc-by", "gpl", "openrail", "MITT", "a licence of our own"})
    void whatIsOnlyLikelyIsNotOffered(String text) {
        assertThat(LicenseText.read(text))
                .isInstanceOfSatisfying(
                        LicenseText.Broken.class,
                        broken -> assertThat(broken.meaning()).isEqualTo(new Meaning.Unclear()));
    }

    @Test
    void noneAndNotKnownAreNoLicences() {
        assertThat(LicenseText.read("NONE")).isEqualTo(new LicenseText.None());
        assertThat(LicenseText.read("NOASSERTION")).isEqualTo(new LicenseText.NoAssertion());
        assertThat(LicenseText.read("MIT OR NONE")).isInstanceOf(LicenseText.Broken.class);
    }

    @Test
    void branchesAreTheWaysToComply() {
        assertThat(LicenseText.read("(MIT OR ISC) AND CC0-1.0")
                        .expression()
                        .orElseThrow()
                        .branches())
                .extracting(Object::toString)
                .containsExactly("[MIT, CC0-1.0]", "[ISC, CC0-1.0]");
    }

    @Test
    void hostileTextEndsSoon() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(LicenseText.read("(".repeat(1_900))).isInstanceOf(LicenseText.Broken.class);
            assertThat(LicenseText.read("(MIT OR ISC) AND ".repeat(100) + "MIT"))
                    .isInstanceOf(LicenseText.Broken.class);
            assertThat(LicenseText.read("MIT AND ".repeat(240) + "MIT")).isInstanceOf(LicenseText.Expression.class);
            assertThat(LicenseText.read("x".repeat(100_000))).isInstanceOf(LicenseText.Broken.class);
            assertThat(LicenseText.read("v ".repeat(900))).isInstanceOf(LicenseText.Broken.class);
        });
    }
}
