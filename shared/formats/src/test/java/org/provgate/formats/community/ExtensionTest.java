package org.provgate.formats.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.formats.recognition.SubmissionManifests;

/// What a reader tells people to write is read when they write it.
class ExtensionTest {

    private static final Pattern SNIPPET = Pattern.compile(": `([^`]+)`");

    private static List<String> faults(String file, String text) {
        ManifestReading.Read read =
                (ManifestReading.Read) SubmissionManifests.read(file, text.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
        return read.faults().stream().map(ManifestFault::message).toList();
    }

    private static String filled(ManifestFormat format, String name) {
        Matcher snippet = SNIPPET.matcher(Extension.howTo(format, "set.json", name));
        assertThat(snippet.find()).isTrue();
        return snippet.group(1)
                .replace("NAME", "Jane Example")
                .replace("EMAIL", "jane@example.org")
                .replace("YYYY-MM", "2026-02")
                .replace("ID", "writers");
    }

    @Test
    void whatACardIsAskedForIsReadWhenItIsWritten() {
        String card = "---%npretty_name: Harbour%nlicense: mit%ntask_categories: [x]%n%s%n---%n";
        String contributors = filled(ManifestFormat.HUGGINGFACE, "contributors");
        String sources = filled(ManifestFormat.HUGGINGFACE, "sources").replaceFirst("^x-provenance: \\{", "");

        assertThat(faults("README.md", card.formatted("tags: [x]"))).hasSize(2);
        assertThat(faults("README.md", card.formatted(contributors.replaceFirst("}$", ", ") + sources)))
                .isEmpty();
    }

    @Test
    void whatADataPackageIsAskedForIsReadWhenItIsWritten() {
        String before = "{\"name\": \"harbour\", \"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]";

        assertThat(faults("datapackage.json", before + "}")).isNotEmpty();
        assertThat(faults(
                        "datapackage.json",
                        "%s, %s, %s}"
                                .formatted(
                                        before,
                                        filled(ManifestFormat.FRICTIONLESS, "contributors"),
                                        filled(ManifestFormat.FRICTIONLESS, "sources"))))
                .noneMatch(fault -> fault.contains("`contributors`") || fault.contains("`sources`"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsToldHow(ManifestFormat format) {
        for (String name : List.of("contributors", "sources", "license")) {
            assertThat(Extension.howTo(format, "set.json", name)).contains("`").contains(name);
        }
    }
}
