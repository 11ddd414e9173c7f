package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.core.manifest.Teachers;
import org.provgate.formats.SharedFolder;

/// The native examples of the reference: each is refused for its own reason and for nothing else.
class ReferenceExamplesTest {

    private static final String FOLDER = "reference/examples/native/";

    /// What a rule of its own reports, and the reader therefore does not.
    private static final String RULED = "";

    private static final Map<String, String> INVALID = Map.ofEntries(
            Map.entry("01-teachers-absent", RULED),
            Map.entry("02-teachers-empty-list", RULED),
            Map.entry("03-teachers-null", RULED),
            Map.entry("04-none-without-attestation", RULED),
            Map.entry("05-sha256-upper-case", "/files/0/sha256 36:17"),
            Map.entry("06-path-escapes-root", "/files/0/path 35:15"),
            Map.entry("07-unknown-field", "/dataset/licence 8:5"),
            Map.entry("08-language-no-became-false", "/dataset/languages/0 11:7"),
            Map.entry("09-version-is-number", "/dataset/version 5:16"),
            Map.entry("10-teacher-use-not-in-list", "/teachers/0/uses/0 139:9"),
            Map.entry("11-file-without-teachers-statement", RULED),
            Map.entry("12-authorization-without-digest", RULED),
            Map.entry("13-licenseref-without-link", RULED),
            Map.entry("14-crawl-without-crawl-block", "/sources/1/crawl 61:5"),
            Map.entry("15-glob-with-sha256", "/files/2/sha256 230:7"),
            Map.entry("16-consent-without-evidence", RULED),
            Map.entry("17-manifest-v2", "unsupported /manifest 2:15"),
            Map.entry("18-file-teachers-though-none-declared", RULED),
            Map.entry("19-no-sources-no-teachers", "/sources 19:14"),
            Map.entry("20-reseller-without-name", "/teachers/1/accessProvider 153:5"));

    private static final Map<String, String> INVALID_YAML = Map.of(
            "custom-tag", "unreadable 23:11",
            "duplicate-key", "unreadable 24:1",
            "tab-indent", "unreadable 5:1",
            "teachers-empty", RULED,
            "two-documents", "unreadable 34:1");

    @Test
    void everyValidExampleIsReadWithoutFault() throws IOException {
        for (Path example : SharedFolder.files(FOLDER + "valid")) {
            assertThat(outcome(example)).as(example.toString()).isEqualTo(RULED);
        }
    }

    @Test
    void everyInvalidExampleIsRefusedForItsReason() throws IOException {
        assertThat(outcomes("invalid")).isEqualTo(INVALID);
    }

    @Test
    void everyBrokenYamlExampleIsRefusedForItsReason() throws IOException {
        assertThat(outcomes("invalid-yaml")).isEqualTo(INVALID_YAML);
    }

    @Test
    void semanticFaultsAreLeftToTheRules() throws IOException {
        Map<String, String> outcomes = outcomes("invalid-semantic");

        assertThat(outcomes).hasSize(12);
        assertThat(outcomes.values()).containsOnly(RULED);
    }

    @Test
    void yamlAndJsonTwinsAreTheSameManifest() throws IOException {
        for (Path json : SharedFolder.files(FOLDER + "valid")) {
            String name = json.getFileName().toString();
            if (name.endsWith(".json")) {
                Path yaml = json.resolveSibling(name.replace(".json", ".yaml"));
                assertThat(WithoutPlaces.of(manifest(yaml))).isEqualTo(WithoutPlaces.of(manifest(json)));
            }
        }
    }

    @Test
    void unstatedTeachersKeepTheirPlace() throws IOException {
        for (Path example : SharedFolder.files(FOLDER)) {
            if (example.getFileName().toString().matches("0[123]-teachers.*|teachers-empty.*")) {
                assertThat(manifest(example).teachers()).as(example.toString()).isInstanceOf(Teachers.Unstated.class);
                assertThat(manifest(example).teachers().at().pointer()).isEqualTo("/teachers");
            }
        }
    }

    private static Map<String, String> outcomes(String folder) throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (Path example : SharedFolder.files(FOLDER + folder)) {
            String name = example.getFileName().toString();
            outcomes.put(name.substring(0, name.indexOf('.')), outcome(example));
        }
        return outcomes;
    }

    private static String outcome(Path example) throws IOException {
        return switch (read(example)) {
            case Read(var _, var faults, var _) ->
                String.join("; ", faults.stream().map(fault -> spot(fault.at())).toList());
            case Unreadable unreadable -> "unreadable" + spot(unreadable.at());
            case UnsupportedVersion unsupported -> "unsupported " + spot(unsupported.at());
            case ManifestReading other -> other.toString();
        };
    }

    private static String spot(Place at) {
        return "%s %d:%d".formatted(at.pointer(), at.line(), at.column());
    }

    private static Manifest manifest(Path example) throws IOException {
        return ((Read) read(example)).manifest();
    }

    private static ManifestReading read(Path example) throws IOException {
        String name = example.getFileName().toString();
        return new NativeManifestReader()
                .read("provenance" + name.substring(name.lastIndexOf('.')), Files.readAllBytes(example));
    }
}
