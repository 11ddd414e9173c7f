package org.provgate.formats.recognition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.croissant.CroissantReader;
import org.provgate.formats.cyclonedx.BomReader;
import org.provgate.formats.cyclonedx.BomXml;
import org.provgate.formats.dta.StandardReader;
import org.provgate.formats.frictionless.PackageReader;
import org.provgate.formats.huggingface.CardReader;
import org.provgate.formats.intoto.InTotoReader;
import org.provgate.formats.prov.ProvReader;
import org.provgate.formats.spdx.SpdxReader;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Decoded;
import org.provgate.formats.tree.SourceText.Notice;
import org.provgate.formats.tree.TreeReading;
import org.provgate.formats.tree.XmlTree;
import org.provgate.formats.tree.YamlTree;

/// Finds out by its content which format a document has, and reads it.
final class Probe {

    /// In the order they are asked; the first that knows its own takes the document.
    private static final List<CommunityReader> READERS = readers();

    private static final CardReader CARDS = new CardReader();

    private static final int MOST_LINES = 10_000;

    /// How far into a broken file a format's mark is looked for.
    private static final int PROBED = 64 * 1024;

    /// Words of a format that are seen in a text which cannot be parsed.
    private record Mark(ManifestFormat format, Pattern pattern) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(ManifestFormat.CYCLONEDX, Pattern.compile("\"bomFormat\"|cyclonedx\\.org/schema/bom")),
            new Mark(ManifestFormat.SPDX, Pattern.compile("spdx\\.org/rdf/3\\.|\"spdxVersion\"|SPDXVersion:")),
            new Mark(ManifestFormat.CROISSANT, Pattern.compile("mlcommons\\.org/(?:croissant|schema)")),
            new Mark(ManifestFormat.IN_TOTO, Pattern.compile("in-toto\\.io/Statement/|vnd\\.in-toto")),
            new Mark(ManifestFormat.FRICTIONLESS, Pattern.compile("[\"']resources[\"']\\s{0,9}:\\s{0,9}\\[")),
            new Mark(ManifestFormat.DTA, Pattern.compile("generation-method|data-provenance\\.(?:json|xsd)")),
            new Mark(ManifestFormat.PROV, Pattern.compile("www\\.w3\\.org/ns/prov#")));

    private Probe() {}

    private static List<CommunityReader> readers() {
        List<CommunityReader> boms = List.of(new BomReader(), new SpdxReader());
        List<CommunityReader> readers = new ArrayList<>(boms);
        readers.add(new InTotoReader(boms));
        readers.add(new CroissantReader());
        readers.add(new PackageReader());
        readers.add(new StandardReader());
        readers.add(new ProvReader());
        return List.copyOf(readers);
    }

    static Recognised of(String file, byte[] bytes) {
        return switch (SourceText.decode(file, bytes)) {
            case Decoded.Undecodable(Place at, String message) -> undecodable(file, bytes, at, message);
            case Decoded.Text(SourceText source) -> Candidates.isCard(file) ? card(source) : document(source);
        };
    }

    private static Recognised undecodable(String file, byte[] bytes, Place at, String message) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, PROBED), StandardCharsets.UTF_8);
        Optional<ManifestFormat> format = Candidates.isCard(file)
                ? Optional.of(ManifestFormat.HUGGINGFACE).filter(_ -> CARDS.announces(SourceText.of(file, beginning)))
                : Candidates.promised(file).or(() -> marked(beginning));
        return format.<Recognised>map(it -> unreadable(file, it, at, message))
                .orElseGet(() -> new Recognised.No(at, message));
    }

    private static Recognised card(SourceText source) {
        return CARDS.read(source)
                .<Recognised>map(Recognised.As::new)
                .orElseGet(() -> new Recognised.No(source.at(0, ""), "It has no front matter of a card"));
    }

    private static Recognised document(SourceText source) {
        String text = source.text().stripLeading();
        if (text.startsWith("<")) {
            return xml(source);
        }
        if (source.file().endsWith(".jsonl")) {
            return lines(source);
        }
        if (source.file().endsWith(".toml")) {
            return otherSyntax(source, "TOML");
        }
        if (text.startsWith("{") || text.startsWith("[") || !isYaml(source.file())) {
            return source.file().endsWith(".ttl") || source.file().endsWith(".provn")
                    ? otherSyntax(source, "this syntax")
                    : tree(source, JsonTree.read(source));
        }
        return tree(source, YamlTree.read(source));
    }

    private static Recognised xml(SourceText source) {
        boolean bom = marked(source.text())
                .filter(format -> format == ManifestFormat.CYCLONEDX)
                .isPresent();
        return (bom ? XmlTree.read(source, new BomXml()) : Optional.<TreeReading>empty())
                .map(tree -> tree(source, tree))
                .orElseGet(() -> otherSyntax(source, "XML"));
    }

    /// A bundle: one document a line. Lines that are none have no meaning.
    private static Recognised lines(SourceText source) {
        int number = 0;
        for (String line : source.text().lines().limit(MOST_LINES).toList()) {
            number++;
            SourceText document = SourceText.within(Place.line(source.file(), number), line);
            if (JsonTree.read(document) instanceof TreeReading.Read(Node root, List<Notice> notices)
                    && read(source.file(), root, notices) instanceof Recognised.As recognised) {
                return recognised;
            }
        }
        return new Recognised.No(source.at(0, ""), "None of its lines is of that format");
    }

    private static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    private static Recognised tree(SourceText source, TreeReading tree) {
        return switch (tree) {
            case TreeReading.Read(Node root, List<Notice> notices) -> read(source.file(), root, notices);
            case TreeReading.Empty(Place at) -> new Recognised.No(at, "It is empty");
            case TreeReading.Broken(Place at, String message) ->
                marked(source.text())
                        .or(() -> Candidates.promised(source.file()))
                        .<Recognised>map(format -> unreadable(source.file(), format, at, message))
                        .orElseGet(() -> new Recognised.No(at, message));
        };
    }

    private static Recognised read(String file, Node root, List<Notice> notices) {
        if (root instanceof Scalar) {
            return new Recognised.No(root.at(), "It holds %s and nothing else".formatted(root.inWords()));
        }
        for (CommunityReader reader : READERS) {
            if (reader.recognises(root)) {
                return new Recognised.As(reader.read(file, root, notices));
            }
        }
        return new Recognised.No(root.at(), "Nothing in it is of that format");
    }

    private static Recognised otherSyntax(SourceText source, String called) {
        return marked(source.text())
                .<Recognised>map(format -> new Recognised.As(new UnsupportedVersion(
                        source.file(),
                        format,
                        source.at(0, ""),
                        "The file is written in %s; of %s only the JSON form is read"
                                .formatted(called, format.word()))))
                .orElseGet(() -> new Recognised.No(source.at(0, ""), "It is written in %s".formatted(called)));
    }

    private static Optional<ManifestFormat> marked(String text) {
        String beginning = text.substring(0, Math.min(text.length(), PROBED));
        return MARKS.stream()
                .filter(mark -> mark.pattern.matcher(beginning).find())
                .map(Mark::format)
                .findFirst();
    }

    private static Recognised unreadable(String file, ManifestFormat format, Place at, String message) {
        return new Recognised.As(new Unreadable(file, new Recognition.As(format), at, message));
    }
}
