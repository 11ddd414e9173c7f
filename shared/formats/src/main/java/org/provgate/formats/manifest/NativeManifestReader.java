package org.provgate.formats.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;
import org.provgate.core.finding.JsonValue;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.ManifestReading.UnsupportedVersion;
import org.provgate.formats.fields.Faults;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Spelling;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Shown;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Decoded;
import org.provgate.formats.tree.SourceText.Notice;
import org.provgate.formats.tree.TreeReading;
import org.provgate.formats.tree.YamlTree;

/// Reads the native manifest, version 1, in YAML or JSON. Whatever the bytes are, the answer is a reading: all faults
/// in one go, and everything that could be read all the same.
public final class NativeManifestReader {

    /// Name of the format without its version.
    private static final String FAMILY = "dataset-provenance/";

    public static final String VERSION = FAMILY + "v1";

    private static final Pattern ANNOUNCED =
            Pattern.compile("(?m)^[\\s{]{0,100}+[\"']?manifest[\"']?\\s{0,100}+:\\s{0,100}+[\"']?dataset-provenance/");

    /// How far into a broken file the announcement is looked for.
    private static final int PROBED = 64 * 1024;

    private static final int PROBED_KEYS = 100;

    /// @param file path in the submission; a name that ends in `.json` is read as JSON, every other as YAML
    public ManifestReading read(String file, byte[] bytes) {
        return switch (SourceText.decode(file, bytes)) {
            case Decoded.Undecodable(Place at, String message) -> unreadable(file, recognisedBy(file, ""), at, message);
            case Decoded.Text(SourceText source) -> read(source);
        };
    }

    private ManifestReading read(SourceText source) {
        String file = source.file();
        Recognition recognised = recognisedBy(file, source.text());
        TreeReading tree = file.endsWith(".json") ? JsonTree.read(source) : YamlTree.read(source);
        return switch (tree) {
            case TreeReading.Empty(Place at) ->
                unreadable(
                        file, recognised, at, "The manifest is empty; begin it with `manifest: %s`".formatted(VERSION));
            case TreeReading.Broken(Place at, String message) -> unreadable(file, recognised, at, message);
            case TreeReading.Read(Mapping root, List<Notice> notices) -> read(file, root, notices);
            case TreeReading.Read(Node root, List<Notice> _) ->
                unreadable(
                        file,
                        recognised,
                        root.at(),
                        "The manifest is %s; a mapping is wanted, which begins with `manifest: %s`"
                                .formatted(root.inWords(), VERSION));
        };
    }

    private ManifestReading read(String file, Mapping root, List<Notice> notices) {
        Optional<Node> version = root.get("manifest");
        if (version.isEmpty() && !resembles(root)) {
            return unreadable(
                    file,
                    ManifestCandidates.isNative(file)
                            ? new Recognition.As(ManifestFormat.NATIVE)
                            : new Recognition.Unrecognised(),
                    root.namedAt(),
                    "The file looks like a native manifest by its name but is none: it has no key `manifest`, nor any"
                            + " other of its keys");
        }
        if (version.isPresent()
                && version.get() instanceof Scalar scalar
                && scalar.text().startsWith(FAMILY)
                && !scalar.text().equals(VERSION)) {
            return new UnsupportedVersion(
                    file,
                    ManifestFormat.NATIVE,
                    scalar.at(),
                    "The manifest has version %s; this gate reads %s"
                            .formatted(Shown.code(scalar.text()), Shown.code(VERSION)));
        }
        return bind(file, root, notices);
    }

    /// Whether at least one key is one of the manifest's, spelt rightly or nearly so.
    private static boolean resembles(Mapping root) {
        return root.members().keySet().stream()
                .limit(PROBED_KEYS)
                .anyMatch(key ->
                        Spelling.meant(key, ManifestBinding.MANIFEST.names()).isPresent());
    }

    private static ManifestReading bind(String file, Mapping root, List<Notice> notices) {
        Faults faults = new Faults();
        Faults remarks = new Faults();
        notices.forEach(notice -> remarks.add(notice.at(), notice.message(), notice.remedy()));
        FieldReader read = new FieldReader(faults, remarks);
        Members members = read.membersOf(root, ManifestBinding.MANIFEST);
        header(members, read);
        Manifest manifest = new ManifestBinding(read, Need.REQUIRED).bind(ManifestFormat.NATIVE, file, members);
        return new ManifestReading.Read(manifest, faultsOf(faults), faultsOf(remarks));
    }

    private static void header(Members members, FieldReader read) {
        Optional<Node> version = members.get("manifest");
        if (version.isEmpty()) {
            read.faults()
                    .add(
                            members.at().child("manifest"),
                            "The manifest has no `manifest`, which names its format and version",
                            "Add the line `manifest: %s`.".formatted(VERSION),
                            new Fix.Add("/manifest", JsonValue.text(VERSION)));
        } else if (!(version.get() instanceof Scalar scalar
                && scalar.isText()
                && scalar.text().equals(VERSION))) {
            read.faults()
                    .add(
                            version.get().at(),
                            "`manifest` is %s, which names no version of this format"
                                    .formatted(version.get().inWords()),
                            "Write `manifest: %s`.".formatted(VERSION),
                            new Fix.Replace("/manifest", JsonValue.text(VERSION)));
        }
        members.get("$schema")
                .filter(node -> !(node instanceof Scalar scalar && scalar.isText()))
                .ifPresent(node -> read.faults()
                        .add(
                                node.at(),
                                "`$schema` is %s; the address of a schema is wanted".formatted(node.inWords()),
                                "Remove it; only editors read it.",
                                new Fix.Remove(node.pointer())));
    }

    private static List<ManifestFault> faultsOf(Faults faults) {
        return faults.inOrder().stream()
                .map(fault -> new ManifestFault(fault.at(), fault.message(), fault.remedy(), fault.fix()))
                .toList();
    }

    private static Unreadable unreadable(String file, Recognition recognised, Place at, String message) {
        return new Unreadable(file, recognised, at, message);
    }

    private static Recognition recognisedBy(String file, String text) {
        String beginning = text.substring(0, Math.min(text.length(), PROBED));
        return ManifestCandidates.isNative(file) || ANNOUNCED.matcher(beginning).find()
                ? new Recognition.As(ManifestFormat.NATIVE)
                : new Recognition.Unrecognised();
    }
}
