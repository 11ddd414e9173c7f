package org.provgate.formats.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.formats.Documents;

/// A damaged document says where and why, in whatever format; never does it end in an exception.
class BrokenDocumentsTest {

    private static final int MUTANTS = 400;

    /// @param cause what the message says; the place is that of the damage
    record Damage(String name, UnaryOperator<String> done, String cause) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Damage> damages() {
        return List.of(
                new Damage("trailing comma", text -> replaceLast(text, "}", ",}"), "JSON has no trailing commas"),
                new Damage("comment", text -> text.replaceFirst("\n", " // mine\n"), "A comment stands here"),
                new Damage("NaN", text -> text.replaceFirst("\\{", "{\"x-n\": NaN,"), "NaN is no number of JSON"),
                new Damage(
                        "same key twice",
                        text -> text.replaceFirst("\\{", "{\"x-n\": 1, \"x-n\": 2,"),
                        "The key `x-n` stands twice in one mapping"),
                new Damage("cut short", text -> text.substring(0, text.length() - 4), "The file ends before"),
                new Damage("text after", text -> text + "x", "complete before this"),
                new Damage("single quotes", text -> text.replaceFirst("\"", "'"), "wants a double quote"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void everyFormatNamesTheCauseAndThePlace(Damage damage) {
        Documents.json().forEach((file, text) -> {
            Optional<ManifestReading> reading = read(file, damage.done.apply(text), StandardCharsets.UTF_8);

            assertThat(reading).as(file).hasValueSatisfying(it -> {
                assertThat(it).isInstanceOf(Unreadable.class);
                assertThat(((Unreadable) it).message()).contains(damage.cause);
                assertThat(((Unreadable) it).at()).isNotEqualTo(Place.startOf(file));
                assertThat(it.formatFound()).isPresent();
            });
        });
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsChangeNothing() {
        Documents.all().forEach((file, text) -> {
            Read plain = readable(file, text, StandardCharsets.UTF_8);

            assertThat(readable(file, "\uFEFF" + text, StandardCharsets.UTF_8))
                    .as(file)
                    .isEqualTo(plain);
            assertThat(readable(file, text.replace("\n", "\r\n"), StandardCharsets.UTF_8))
                    .as(file)
                    .isEqualTo(plain);
        });
    }

    @Test
    void sixteenBitsAreReadWithANote() {
        Documents.all().forEach((file, text) -> {
            Read plain = readable(file, text, StandardCharsets.UTF_8);
            Read wide = readable(file, "\uFEFF" + text, StandardCharsets.UTF_16LE);

            assertThat(wide.manifest()).as(file).isEqualTo(plain.manifest());
            assertThat(wide.notices())
                    .as(file)
                    .extracting(ManifestFault::message)
                    .anyMatch(message -> message.contains("UTF-16"));
        });
    }

    @Test
    void bytesThatAreNoUtf8AreUnreadableAtTheirPlace() {
        Documents.all().forEach((file, text) -> {
            byte[] bytes = text.replaceFirst("arbour", "arb\u00f8r").getBytes(StandardCharsets.ISO_8859_1);
            Optional<ManifestReading> reading = SubmissionManifests.read(file, bytes);
            if (text.contains("arbour")) {
                assertThat(reading)
                        .as(file)
                        .hasValueSatisfying(
                                it -> assertThat(((Unreadable) it).message()).contains("(0xF8) is not UTF-8"));
            }
        });
    }

    @Test
    void brokenFrontMatterSaysWhereAndWhy() {
        Map<String, String> broken = new TreeMap<>(Map.of(
                "license: mit\nlicense: cc0-1.0\n",
                        "3:1 The key `license` stands twice in one mapping; it is already on line 2",
                "license: mit\n\ttags: [a]\n", "3:1 A tab stands where YAML wants spaces; indent with spaces only",
                "license: mit\npretty_name: Harbour: a book\n",
                        "3:21 A `:` stands inside a value without quotation marks, or the line is indented too far;"
                                + " put the value in quotation marks",
                "license: &a mit\ntags: [*a]\n",
                        "2:10 `&a` is an anchor, which is not read; write the value out where it is needed",
                "license: mit\n? [a]\n: b\n", "3:3 A list stands where a key is wanted; a key is a text"));
        broken.forEach((front, expected) -> {
            ManifestReading reading = read("README.md", "---\n" + front + "---\n", StandardCharsets.UTF_8)
                    .orElseThrow();

            Unreadable unreadable = (Unreadable) reading;
            assertThat("%d:%d %s"
                            .formatted(unreadable.at().line(), unreadable.at().column(), unreadable.message()))
                    .isEqualTo(expected);
        });
    }

    @Test
    void valuesThatOtherToolsReadOtherwiseAreTextsWithANote() {
        String card = "---\nlanguage: no\npretty_name: 1.10\nlicense: mit\ntask_ids: [a]\n---\n";
        Read read = readable("README.md", card, StandardCharsets.UTF_8);

        assertThat(read.manifest().dataset().languages().value()).contains(List.of("no"));
        assertThat(read.manifest().dataset().name().value()).contains("1.10");
        assertThat(read.notices()).extracting(it -> it.at().line()).containsExactly(2L, 3L);
    }

    @Test
    void aNameThatPromisesAnotherFormatIsSaid() {
        for (String file : List.of("croissant.json", "datapackage.json", "set.cdx.json", "set.spdx3.json")) {
            ManifestReading reading =
                    SubmissionManifests.choose(Map.of(file, "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)));

            assertThat(((Unreadable) reading).message())
                    .startsWith(file + " looks like ")
                    .contains(" by its name but is not");
        }
    }

    @Test
    void mutantsEndInAReading() {
        Random random = new Random(20261124);
        int read = 0;
        for (Map.Entry<String, String> document : Documents.all().entrySet()) {
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = mutant(document.getValue(), random);
                if (SubmissionManifests.read(document.getKey(), mutant).isPresent()) {
                    read++;
                }
                SubmissionManifests.choose(Map.of(document.getKey(), mutant));
            }
        }
        assertThat(read).isGreaterThan(MUTANTS);
    }

    private static byte[] mutant(String text, Random random) {
        List<String> tokens = new ArrayList<>(List.of(text.split("(?<=[{}\\[\\],:\"\n])|(?=[{}\\[\\],:\"\n])")));
        List<String> values = List.of("null", "[]", "{}", "1e999", "-", "\"\"", "[[[[", "\"\\ud800\"", "\u0000", "@id");
        int steps = 1 + random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.set(at, values.get(random.nextInt(values.size())));
                case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                case 3 -> tokens.set(at, "");
                default -> tokens.set(at, tokens.get(at).repeat(1 + random.nextInt(3)));
            }
        }
        byte[] bytes = String.join("", tokens).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String replaceLast(String text, String what, String with) {
        int at = text.lastIndexOf(what);
        return text.substring(0, at) + with + text.substring(at + what.length());
    }

    private static Read readable(String file, String text, Charset charset) {
        return (Read) read(file, text, charset).orElseThrow();
    }

    private static Optional<ManifestReading> read(String file, String text, Charset charset) {
        return SubmissionManifests.read(file, text.getBytes(charset));
    }
}
