package org.provgate.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.SharedFolder;
import org.provgate.formats.manifest.NativeManifestReader;
import org.provgate.formats.recognition.SubmissionManifests;

class RoundTripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final int MANIFESTS = 200;

    @ParameterizedTest
    @EnumSource(names = {"NATIVE", "CROISSANT", "CYCLONEDX", "CYCLONEDX_1_7", "SPDX", "HUGGINGFACE"})
    void whatAFormatCanHoldComesBack(Target target) {
        for (int seed = 0; seed < MANIFESTS; seed++) {
            Manifest manifest = manifest("provenance.yaml", NativeYaml.of(new AnyManifest(seed).value()));

            assertComesBack(manifest, target, "seed " + seed);
        }
    }

    @Test
    void theReferenceExamplesComeBack() throws IOException {
        for (Path file : SharedFolder.files("reference/examples/native/valid")) {
            Manifest manifest = manifest(file.getFileName().toString(), Files.readString(file));
            for (Target target :
                    List.of(Target.NATIVE, Target.CROISSANT, Target.CYCLONEDX, Target.SPDX, Target.HUGGINGFACE)) {
                assertComesBack(manifest, target, file.getFileName().toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameManifestGivesTheSameText(Target target) {
        Manifest manifest = manifest("provenance.yaml", NativeYaml.of(new AnyManifest(7).value()));

        assertThat(Conversion.of(manifest, target, TODAY)).isEqualTo(Conversion.of(manifest, target, TODAY));
    }

    @Test
    void silenceIsNeverWrittenAsANo() {
        Manifest manifest =
                ((ManifestReading.Read) read("README.md", "---\nlicense: mit\npretty_name: Harbour\n---\n")).manifest();

        for (Target target : List.of(Target.NATIVE, Target.CROISSANT, Target.CYCLONEDX, Target.SPDX)) {
            assertThat(Conversion.of(manifest, target, TODAY).text())
                    .as(target.word())
                    .doesNotContain("none");
        }
        assertThat(Conversion.of(manifest, Target.EU_SUMMARY, TODAY).text()).contains("\"unknown\"");
        assertThat(Conversion.of(manifest, Target.AB2013, TODAY).notCarried())
                .contains("12: which models had a hand in the data is not stated");
    }

    private static void assertComesBack(Manifest manifest, Target target, String what) {
        Conversion there = Conversion.of(manifest, target, TODAY);
        ManifestReading.Read back = (ManifestReading.Read) read(target.file(), there.text());

        assertThat(back.faults())
                .extracting(ManifestFault::message)
                .as(what + "\n" + there.text())
                .isEmpty();
        assertThat(Conversion.of(back.manifest(), Target.NATIVE, TODAY).text())
                .as(what + "\n" + there.text())
                .isEqualTo(Conversion.of(manifest, Target.NATIVE, TODAY).text());
    }

    private static Manifest manifest(String file, String text) {
        ManifestReading.Read read = (ManifestReading.Read) read(file, text);
        assertThat(read.faults()).extracting(ManifestFault::message).as(text).isEmpty();
        return read.manifest();
    }

    private static ManifestReading read(String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return isNative(text)
                ? new NativeManifestReader().read(file, bytes)
                : SubmissionManifests.read(file, bytes).orElseThrow();
    }

    private static boolean isNative(String text) {
        return text.contains("dataset-provenance/v1");
    }
}
