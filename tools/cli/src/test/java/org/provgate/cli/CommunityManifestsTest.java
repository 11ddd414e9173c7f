package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.rule.Example;
import tools.jackson.databind.JsonNode;

/// Submissions whose only manifest is of a community format are decided on what it says, and are told what to add.
class CommunityManifestsTest {

    private static final String ROWS = """
            {"question": "Where do I moor?", "answer": "At the eastern quay."}
            {"question": "When is high water?", "answer": "At noon."}
            """;

    @TempDir
    private Path folder = Path.of("");

    /// The folder of the example, its file, the format, what is found, and how a missing field begins there.
    static Stream<Arguments> examples() {
        String bare = "attestation-missing manifest-invalid teachers-unstated";
        String sourced = "attestation-missing license-missing manifest-invalid source-unresolved teachers-unstated";
        String json = "in this file: `\"dpm:";
        String properties = "in this file among the `properties`: `{\"name\": \"dpm:";
        return Stream.of(
                Arguments.of("croissant-0.8", "croissant.json", "croissant", bare, json),
                Arguments.of("croissant-1.0", "croissant.json", "croissant", bare, json),
                Arguments.of("croissant-1.1", "croissant.json", "croissant", bare, json),
                Arguments.of("hf", "README.md", "huggingface", bare + " file-checksum-missing", "in the card: `x-prov"),
                Arguments.of("frictionless-v0", "datapackage.json", "frictionless", sourced, json),
                Arguments.of("frictionless-v1", "datapackage.json", "frictionless", sourced, json),
                Arguments.of("frictionless-v2", "datapackage.json", "frictionless", sourced, json),
                Arguments.of("cdx-1.5", "set.cdx.json", "cyclonedx", sourced, properties),
                Arguments.of("cdx-1.6", "set.cdx.json", "cyclonedx", sourced, properties),
                Arguments.of("cdx-1.7", "set.cdx.json", "cyclonedx", sourced, properties),
                Arguments.of("cdx-xml", "set.cdx.xml", "cyclonedx", bare, "`<property name=\"dpm:"),
                Arguments.of("spdx3", "set.spdx3.json", "spdx", bare, "as the JSON statement of an Annotation"),
                Arguments.of("dta", "data-provenance.json", "dta", sourced + " file-checksum-missing", json),
                Arguments.of(
                        "prov", "set.prov.jsonld", "prov", sourced + " file-checksum-missing manifest-missing", json),
                Arguments.of(
                        "intoto",
                        "set.statement.json",
                        "in-toto",
                        bare + " license-missing manifest-missing",
                        "in this file: `\"dpm_"),
                Arguments.of(
                        "dsse",
                        "set.dsse.json",
                        "in-toto",
                        bare + " license-missing manifest-missing",
                        "in this file: `\"dpm_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aCommunityManifestIsDecidedOnAndToldWhatToAdd(
            String example, String file, String format, String codes, String written) {
        submission(file, example(example, file));

        Called called = Called.in(folder, "validate", ".", "--format", "json");

        assertThat(called.exit()).as(called.err()).isEqualTo(1);
        assertThat(called.json().at("/submission/format").asString()).isEqualTo(format);
        TreeSet<String> found = new TreeSet<>();
        for (JsonNode finding : called.json().at("/findings")) {
            String code = finding.at("/code").asString();
            found.add(code);
            assertThat(finding.at("/file").asString()).isEqualTo(file);
            assertThat(finding.at("/line").asInt()).isPositive();
            if (!code.equals("manifest-missing")
                    && !code.equals("file-checksum-missing")
                    && !finding.at("/severity").asString().equals("note")) {
                assertThat(finding.at("/remedy").asString()).containsIgnoringCase(written);
            }
        }
        assertThat(found).containsExactlyElementsOf(new TreeSet<>(List.of(codes.split(" ", -1))));
    }

    @Test
    void anOlderSpdxIsRecognisedAndItsLimitSaid() {
        submission("set.spdx.json", example("spdx2", "set.spdx.json"));

        JsonNode finding =
                Called.in(folder, "validate", ".", "--format", "json").json().at("/findings/0");

        assertThat(finding.at("/code").asString()).isEqualTo("manifest-version-unsupported");
        assertThat(finding.at("/message").asString()).contains("SPDX 2, which has no place for datasets");
        assertThat(finding.at("/line").asInt()).isEqualTo(2);
    }

    /// What the findings say to write is written, word by word, and nothing is left to ask for.
    @Test
    void whatAPackageIsToldToAddMakesItAccepted() {
        String text = example("frictionless-v2", "datapackage.json");
        submission("datapackage.json", text);
        List<String> ofDataset = new ArrayList<>();
        List<String> ofSource = new ArrayList<>();
        List<String> attestations = new ArrayList<>();
        for (JsonNode finding :
                Called.in(folder, "validate", ".", "--format", "json").json().at("/findings")) {
            String remedy = finding.at("/remedy").asString();
            String snippet = remedy.substring(remedy.indexOf(": `") + 3, remedy.lastIndexOf('`'));
            if (finding.at("/code").asString().equals("attestation-missing")) {
                String type = finding.at("/subject/name").asString();
                String entry = filled(snippet.substring(snippet.indexOf('[') + 1, snippet.lastIndexOf(']')));
                attestations.add(entry.replace("TYPE", type));
                if (type.equals("right-to-contribute")) {
                    // Asked for once the manifest says that there are no teachers.
                    attestations.add(entry.replace("TYPE", "no-model-output"));
                }
            } else if (text.lines()
                    .skip(finding.at("/line").asInt())
                    .findFirst()
                    .orElse("")
                    .contains("Quay")) {
                ofSource.add(filled(snippet));
            } else {
                ofDataset.add(filled(snippet));
            }
        }
        ofDataset.add("\"dpm:attestations\": [" + String.join(", ", attestations) + "]");

        submission(
                "datapackage.json",
                text.replaceFirst("\\{", "{" + String.join(", ", ofDataset) + ",")
                        .replace("\"title\": \"Quay", String.join(", ", ofSource) + ", \"title\": \"Quay"));
        Called called = Called.in(folder, "validate", ".");

        assertThat(ofSource).hasSize(4);
        assertThat(called.exit()).as(called.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "croissant,croissant.json",
        "cyclonedx,set.cdx.json",
        "cyclonedx-1.7,set.cdx.json",
        "spdx,set.spdx3.json"
    })
    void whatIsConvertedIsAcceptedAsTheOnlyManifest(String target, String file) {
        Submission.of(folder.resolve("native"), Submission.HUMAN);
        Submission alone = new Submission(folder.resolve("alone"));
        alone.with(Example.BASE_FILE, Submission.HUMAN);

        Called converted =
                Called.in(folder, "convert", "native/provenance.yaml", "--to", target, "--output", "alone/" + file);
        Called called = Called.in(folder, "validate", "alone", "--format", "json");

        assertThat(converted.exit()).as(converted.err()).isZero();
        assertThat(called.exit()).as(called.out()).isZero();
        assertThat(called.json().at("/outcome").asString()).isEqualTo("accepted");
    }

    @Test
    void aTeacherThatOneOfTwoManifestsNamesNeverVanishes() {
        Submission.of(folder, Submission.HUMAN)
                .with(
                        "croissant.json",
                        example("croissant-1.1", "croissant.json").replaceFirst("\\{", """
                                {"dpm:teachers": [{"id": "writer", "provider": "Mistral AI",
                                 "model": "mistral-7b-instruct-v0.2", "uses": ["generated"]}],"""));

        Called called = Called.in(folder, "validate", ".", "--format", "json");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.json().at("/submission/format").asString()).isEqualTo("native");
        assertThat(called.json().at("/findings")).anySatisfy(finding -> {
            assertThat(finding.at("/code").asString()).isEqualTo("manifest-conflict");
            assertThat(finding.at("/severity").asString()).isEqualTo("error");
            assertThat(finding.at("/message").asString()).contains("mistral-7b-instruct-v0.2");
        });
    }

    private void submission(String file, String text) {
        new Submission(folder).with("data/train.jsonl", ROWS).with(file, text);
    }

    private static String filled(String snippet) {
        return snippet.replace("YYYY-MM-DD", "2026-11-20")
                .replace("YYYY-MM", "2026-05")
                .replace("SPDX-EXPRESSION", "CC-BY-4.0")
                .replace("VERSION", "2")
                .replace("NAME", "Jane Example");
    }

    private static String example(String name, String file) {
        String resource = "/manifests/" + name + "/" + file;
        try (InputStream in = CommunityManifestsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
