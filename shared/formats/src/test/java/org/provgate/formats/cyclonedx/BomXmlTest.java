package org.provgate.formats.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.Claims;
import org.provgate.formats.Documents;
import org.provgate.formats.recognition.SubmissionManifests;

class BomXmlTest {

    private static final String FILE = "set.cdx.xml";

    @Test
    void theXmlFormMakesTheSameClaimsAsTheJsonForm() {
        assertThat(Claims.faults(FILE, Documents.BOM_XML)).isEmpty();
        assertThat(Claims.notices(FILE, Documents.BOM_XML)).isEmpty();
        assertThat(Claims.of(FILE, Documents.BOM_XML)).isEqualTo(Claims.of("set.cdx.json", Documents.BOM));
    }

    @Test
    void aClaimStandsWhereItsTextDoes() {
        var dataset = Claims.read(FILE, Documents.BOM_XML).manifest().dataset();

        assertThat(dataset.name().at())
                .satisfies(at -> assertThat(List.of(at.line(), at.column())).isEqualTo(List.of(7L, 13)));
        var file = Claims.read(FILE, Documents.BOM_XML).manifest().files().getFirst();
        assertThat(file.mediaType().at().line()).isEqualTo(35);
        assertThat(file.mediaType().at().column()).isEqualTo(55);
    }

    @Test
    void theContentDecidesWhateverTheFileIsCalled() {
        assertThat(Claims.format("bom.xml", Documents.BOM_XML)).isEqualTo(ManifestFormat.CYCLONEDX);
        String prefixed =
                Documents.BOM_XML.replaceAll("<(/?)([a-zA-Z])", "<$1c:$2").replace("xmlns=", "xmlns:c=");
        assertThat(Claims.of("sbom.xml", prefixed)).isEqualTo(Claims.of(FILE, Documents.BOM_XML));
        assertThat(SubmissionManifests.read(
                        "bom.xml", "<project><name>x</name></project>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(SubmissionManifests.read(
                        "bom.xml", "<a href='http://cyclonedx.org/schema/bom/1.6'/>".getBytes(StandardCharsets.UTF_8)))
                .get()
                .isInstanceOf(UnsupportedVersion.class);
    }

    @Test
    void aVersionThatIsNotReadIsNamed() {
        assertThat(SubmissionManifests.read(
                        FILE, Documents.BOM_XML.replace("bom/1.6", "bom/2.0").getBytes(StandardCharsets.UTF_8)))
                .get()
                .isInstanceOfSatisfying(UnsupportedVersion.class, newer -> {
                    assertThat(newer.message()).contains("2.0");
                    assertThat(newer.at().line()).isEqualTo(3);
                });
    }

    @Test
    void whatAnotherNamespaceSaysIsNotReadAndSaid() {
        String foreign = Documents.BOM_XML.replace(
                "<pedigree>", "<x:note xmlns:x='urn:x'>see <x:b>this</x:b></x:note><pedigree>");

        assertThat(Claims.of(FILE, foreign)).isEqualTo(Claims.of(FILE, Documents.BOM_XML));
        assertThat(Claims.notices(FILE, foreign))
                .containsExactly("10:7 The element `note` is of another namespace and is not read");
    }

    @Test
    void anotherEncodingThanTheDeclaredOneIsANote() {
        assertThat(Claims.notices(FILE, Documents.BOM_XML.replace("\"UTF-8\"", "\"ISO-8859-1\"")))
                .containsExactly("1:1 The XML declaration says `ISO-8859-1`, and the file is read as UTF-8");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("<metadata>", "<!DOCTYPE a []><metadata>", "4:3 A document type stands here"),
                Arguments.of("<!-- A", "<!DOCTYPE bom SYSTEM 'file:///x'><!-- A", "2:1 A document type stands here"),
                Arguments.of("Harbour phrasebook", "A & B", "7:15 `&` begins an entity"),
                Arguments.of("Harbour phrasebook", "A &eacute; B", "7:15 `&eacute;` is no entity"),
                Arguments.of("Harbour phrasebook", "A < B", "7:15 `<` begins a tag"),
                Arguments.of("</name>", "</nam>", "6:42 `</nam>` closes the `<name>` of line 6"),
                Arguments.of("</bom>", "", "46:1 The file ends before the `<bom>` of line 3 is closed"),
                Arguments.of("</bom>", "</bom><bom/>", "45:7 `<bom>` stands behind the outermost element"),
                Arguments.of("</bom>", "</bom>x", "45:7 A text stands outside the outermost element"),
                Arguments.of("<version>1.0", "<version x=1>1.0", "8:7 The tag `<version` is not as XML wants it"),
                Arguments.of(
                        "<version>1.0", "<name>B</name><version>1.0", "8:7 The element `name` stands twice in one"),
                Arguments.of(
                        "<licenses><exp",
                        "<licenses>MIT<exp",
                        "9:7 A text stands between the elements inside `licenses`"),
                Arguments.of("in a comment. -->", "-- -->", "2:1 The comment that begins here has `--` inside"),
                Arguments.of("Harbour", "\u0007", "7:13 The character U+0007 cannot stand in XML"),
                Arguments.of("<?xml", "\n<?xml", "2:1 The XML declaration stands behind the beginning"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aFaultHasItsPlaceAndCause(String what, String with, String expected) {
        String broken = Documents.BOM_XML.replaceFirst(Pattern.quote(what), with);

        assertThat(SubmissionManifests.read(FILE, broken.getBytes(StandardCharsets.UTF_8)))
                .get()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat("%d:%d %s"
                                        .formatted(
                                                unreadable.at().line(),
                                                unreadable.at().column(),
                                                unreadable.message()))
                                .startsWith(expected));
    }

    @Test
    void depthAndNumberAreBounded() {
        assertThat(unreadable(around("<component>".repeat(80)))).contains("nested deeper than 64 levels");
        assertThat(unreadable(around("<component/>".repeat(600_001)))).contains("more than 600,000 values");
        String attributes = Stream.iterate(0, i -> i + 1)
                .limit(5_000)
                .map(" a%d=''"::formatted)
                .reduce("", String::concat);
        assertThat(unreadable(around("<component" + attributes + "/>"))).contains("`<component");
        assertThat(unreadable(around("<name>" + "x".repeat(1_100_000) + "</name>")))
                .contains("A text has 1,100,000 characters");
    }

    private static String around(String inside) {
        return "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>" + inside + "</components></bom>";
    }

    private static String unreadable(String text) {
        return ((Unreadable) SubmissionManifests.read(FILE, text.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .message();
    }
}
