package org.provgate.core.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ConjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.simplelicensing.AnyLicenseInfo;
import org.spdx.library.model.v3_0_1.simplelicensing.InvalidLicenseExpression;

/// The reference library, working from the lists in its jar, must agree with us on what is an expression.
class SpdxOracleTest {

    private static final List<String> WORDS = List.of(
            "MIT",
            "apache-2.0",
            "CC-BY-SA-4.0",
            "GPL-2.0-or-later",
            "GPL-2.0+",
            "Apache-2.0+",
            "LicenseRef-Own",
            "No-Such-License-1.0");

    private static final List<String> EXCEPTIONS = List.of("Classpath-exception-2.0", "LLVM-exception", "No-exception");

    @BeforeAll
    static void offline() {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    @Test
    void theListIsThatOfTheReferenceLibrary() throws IOException {
        assertThat(new TreeSet<>(SpdxIds.BUNDLED.licenses()))
                .isEqualTo(ids("licenses.json", "licenseId").keySet());
        assertThat(new TreeSet<>(SpdxIds.BUNDLED.exceptions()))
                .isEqualTo(ids("exceptions.json", "licenseExceptionId").keySet());
    }

    @Test
    void whatTheListHasGivenUpIsMarkedAsSuch() throws IOException {
        ids("licenses.json", "licenseId")
                .forEach((id, deprecated) -> assertThat(
                                SpdxIds.BUNDLED.successor(id).isPresent())
                        .as(id)
                        .isEqualTo(deprecated));
    }

    @Test
    void successorsAreExpressionsOfTheList() {
        SpdxIds.BUNDLED.licenses().stream()
                .flatMap(id -> SpdxIds.BUNDLED.successor(id).stream())
                .flatMap(meaning -> meaning.probable().stream())
                .forEach(text -> assertThat(LicenseText.read(text))
                        .as(text)
                        .isInstanceOfSatisfying(
                                LicenseText.Expression.class,
                                read -> assertThat(read.deprecated()).isEmpty()));
    }

    @Test
    void bothTakeTheSameExpressions() {
        Random random = new Random(20_261_124);
        int taken = 0;
        for (int i = 0; i < 1_500; i++) {
            String text = i % 4 == 0 ? cut(expression(random, 3), random) : expression(random, 3);
            boolean ours = LicenseText.read(text) instanceof LicenseText.Expression;
            assertThat(ours).as(text).isEqualTo(oracleTakes(text));
            taken += ours ? 1 : 0;
        }
        assertThat(taken).isBetween(200, 1_300);
    }

    @Test
    void bothTakeOurOwnFormOfAnExpression() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            LicenseText.read(expression(random, 3)).expression().ifPresent(tree -> {
                assertThat(oracleTakes(tree.toString())).as(tree.toString()).isTrue();
                assertThat(LicenseText.read(tree.toString()).expression())
                        .map(LicenseExpression::toString)
                        .contains(tree.toString());
            });
        }
    }

    @Test
    void bothBindAndBeforeOr() throws InvalidSPDXAnalysisException {
        AnyLicenseInfo theirs = LicenseInfoFactory.parseSPDXLicenseString("MIT OR ISC AND CC0-1.0");

        assertThat(theirs).isNotInstanceOf(ConjunctiveLicenseSet.class);
        assertThat(LicenseText.read("MIT OR ISC AND CC0-1.0").expression())
                .get()
                .isInstanceOf(LicenseExpression.Or.class);
    }

    /// The library reads unknown ids as licences of a document's own and tells only by what is missing of them.
    private static boolean oracleTakes(String text) {
        if (text.contains("No-Such-License") || text.contains("No-exception")) {
            return false;
        }
        try {
            return !(LicenseInfoFactory.parseSPDXLicenseString(text) instanceof InvalidLicenseExpression);
        } catch (InvalidSPDXAnalysisException | RuntimeException refused) {
            return false;
        }
    }

    /// The same without one of its words.
    private static String cut(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        words.remove(random.nextInt(words.size()));
        return String.join(" ", words);
    }

    private static String expression(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0, 1, 2 ->
                WORDS.get(random.nextInt(WORDS.size() * 4) % (WORDS.size() - (random.nextInt(4) > 0 ? 1 : 0)));
            case 3 -> "GPL-2.0-only WITH " + EXCEPTIONS.get(random.nextInt(EXCEPTIONS.size()));
            case 4, 5 -> expression(random, depth - 1) + " AND " + expression(random, depth - 1);
            case 6, 7 -> expression(random, depth - 1) + " OR " + expression(random, depth - 1);
            default -> "(" + expression(random, depth - 1) + ")";
        };
    }

    private static Map<String, Boolean> ids(String list, String key) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LicenseInfoFactory.class.getResourceAsStream("/resources/stdlicenses/" + list))) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher entry = Pattern.compile(
                            "\"isDeprecatedLicenseId\"\\s*:\\s*(true|false)[^{}]*?\"" + key + "\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(json);
            Map<String, Boolean> ids = new TreeMap<>();
            while (entry.find()) {
                ids.put(entry.group(2), Boolean.valueOf(entry.group(1)));
            }
            return ids;
        }
    }
}
