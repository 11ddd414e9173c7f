package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Missing;
import org.provgate.core.manifest.ManifestReading.Read;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Several;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;

class RecognitionTest {

    private static final Recognition NATIVE = new Recognition.As(ManifestFormat.NATIVE);

    @Test
    void onlyNativeNamesAtTheRootAreCandidates() {
        assertThat(ManifestCandidates.among(List.of(
                        "data/provenance.yaml", "provenance.yml", "Provenance.json", "provenance.json", "README.md")))
                .containsExactly("provenance.json", "provenance.yml");
    }

    @Test
    void withoutACandidateTheManifestIsMissing() {
        assertThat(ManifestCandidates.choose(Map.of())).isEqualTo(new Missing());
        assertThat(ManifestCandidates.choose(Map.of("data/provenance.yaml", new byte[0])))
                .isEqualTo(new Missing());
    }

    @Test
    void twoCandidatesAreSeveralEvenIfEqual() {
        byte[] same = Manifests.HUMAN.getBytes(StandardCharsets.UTF_8);

        assertThat(ManifestCandidates.choose(Map.of("provenance.yaml", same, "provenance.json", same)))
                .isEqualTo(new Several(List.of("provenance.json", "provenance.yaml")));
    }

    @Test
    void theOnlyCandidateIsRead() {
        byte[] bytes = Manifests.HUMAN.getBytes(StandardCharsets.UTF_8);

        ManifestReading reading = ManifestCandidates.choose(Map.of("provenance.json", bytes, "data/a.jsonl", bytes));

        assertThat(reading).isInstanceOf(Read.class);
        assertThat(reading.foundIn()).contains("provenance.json");
    }

    @Test
    void aLaterVersionIsUnsupportedWhateverElseStandsThere() {
        assertThat(read("provenance.yaml", "dataset: 1\nmanifest: dataset-provenance/v2\nnew: [things]\n"))
                .isEqualTo(new UnsupportedVersion(
                        "provenance.yaml",
                        ManifestFormat.NATIVE,
                        new Place("provenance.yaml", "/manifest", 2, 11),
                        "The manifest has version `dataset-provenance/v2`; this gate reads `dataset-provenance/v1`"));
    }

    @Test
    void aNativeNameAnnouncesTheFormatEvenWhenReadingFails() {
        assertThat(read("provenance.yaml", "a: b: c"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.recognised()).isEqualTo(NATIVE));
    }

    @Test
    void soDoesItsFirstLineUnderAnotherName() {
        assertThat(recognition("meta/other.yaml", "manifest: dataset-provenance/v1\na: b: c"))
                .isEqualTo(NATIVE);
        assertThat(recognition("meta/other.json", "{\n  \"manifest\": \"dataset-provenance/v1\",\n}"))
                .isEqualTo(NATIVE);
        assertThat(recognition("meta/other.yaml", "a: b: c")).isEqualTo(new Recognition.Unrecognised());
    }

    @Test
    void aNameAloneDoesNotDecide() {
        assertThat(read("provenance.yaml", "title: Something else\n"))
                .isEqualTo(new Unreadable(
                        "provenance.yaml",
                        NATIVE,
                        new Place("provenance.yaml", "", 1, 1),
                        "The file looks like a native manifest by its name but is none: it has no key `manifest`, nor"
                                + " any other of its keys"));
    }

    @Test
    void aMappingWithAKeyOfTheFormatIsReadWithAllItsFaults() {
        assertThat(read("provenance.yaml", "Dataset: {name: x}\n"))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(read.faults())
                                .extracting(fault -> fault.at().pointer())
                                .contains(
                                        "/manifest",
                                        "/Dataset",
                                        "/Dataset/version",
                                        "/sources",
                                        "/files",
                                        "/contributors"));
    }

    @Test
    void emptyFilesAndOtherRootsAreUnreadableWithTheirPlace() {
        assertThat(message("provenance.yaml", ""))
                .isEqualTo("1:1 The manifest is empty; begin it with `manifest: dataset-provenance/v1`");
        assertThat(message("provenance.json", "\n"))
                .isEqualTo("1:1 The manifest is empty; begin it with `manifest: dataset-provenance/v1`");
        assertThat(message("provenance.yaml", "# c\n- a\n"))
                .isEqualTo("2:1 The manifest is a list; a mapping is wanted, which begins with `manifest:"
                        + " dataset-provenance/v1`");
        assertThat(message("provenance.json", "[]"))
                .isEqualTo("1:1 The manifest is an empty list; a mapping is wanted, which begins with `manifest:"
                        + " dataset-provenance/v1`");
    }

    private static Recognition recognition(String file, String text) {
        return ((Unreadable) read(file, text)).recognised();
    }

    private static String message(String file, String text) {
        Unreadable unreadable = (Unreadable) read(file, text);
        return "%d:%d %s".formatted(unreadable.at().line(), unreadable.at().column(), unreadable.message());
    }

    private static ManifestReading read(String file, String text) {
        return new NativeManifestReader().read(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
