package org.provgate.formats.manifest;

import static org.provgate.formats.fields.Need.OPTIONAL;
import static org.provgate.formats.fields.Need.REQUIRED;
import static org.provgate.formats.fields.TextForms.TEXT;

import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.FileEntry.Target;
import org.provgate.core.manifest.References;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.ListForm;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Shape;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Shown;

/// `files`.
final class FileBinding {

    private static final ListForm FILES =
            ListForm.filled(100_000).orElse("Cover files of one lineage by a `glob` with `checksums`.");

    private static final Shape FILE = Shape.open(
            "a file entry",
            "path",
            "glob",
            "sha256",
            "checksums",
            "bytes",
            "rows",
            "mediaType",
            "split",
            "license",
            "sources",
            "teachers",
            "description");

    private final FieldReader read;
    private final PartBinding parts;
    private final Need sourcesNeed;
    private final Need teachersNeed;

    /// @param sourcesListed whether the manifest lists sources, so that every file says which it derives from
    /// @param teachersListed the same for teachers; a file that says nothing of them is for a rule to report
    FileBinding(FieldReader read, PartBinding parts, boolean sourcesListed, boolean teachersListed) {
        this.read = read;
        this.parts = parts;
        this.sourcesNeed = sourcesListed ? REQUIRED : OPTIONAL;
        this.teachersNeed = teachersListed ? Need.RULED : OPTIONAL;
    }

    List<FileEntry> files(Members root) {
        return read.list(root, "files", REQUIRED, FILES, this::file).value().orElse(List.of());
    }

    private Optional<FileEntry> file(Node node) {
        return read.mapping(node, FILE).map(this::file);
    }

    private FileEntry file(Members own) {
        Target target = target(own);
        References sources = parts.references(own, "sources", sourcesNeed);
        References teachers = parts.references(own, "teachers", teachersNeed);
        if (sources instanceof References.None && teachers instanceof References.None) {
            read.faults()
                    .add(
                            own.at(),
                            "%s has `none` for sources and for teachers; its rows come from somewhere"
                                    .formatted(name(own)),
                            "Name the sources, or the teachers if models wrote the rows from prompts alone.");
        }
        return new FileEntry(
                own.at(),
                target,
                read.whole(own, "bytes", OPTIONAL),
                read.whole(own, "rows", OPTIONAL),
                read.text(own, "mediaType", OPTIONAL, NativeForms.MEDIA_TYPE),
                read.text(own, "split", OPTIONAL, NativeForms.SPLIT),
                read.text(own, "license", OPTIONAL, NativeForms.LICENSE),
                sources,
                teachers,
                read.text(own, "description", OPTIONAL, TEXT));
    }

    private Target target(Members own) {
        Field<String> path = read.text(own, "path", OPTIONAL, NativeForms.PATH);
        Field<String> glob = read.text(own, "glob", OPTIONAL, NativeForms.GLOB);
        Field<String> sha256 = read.text(own, "sha256", Need.RULED, NativeForms.SHA256);
        Field<String> checksums = read.text(own, "checksums", Need.RULED, NativeForms.PATH);
        if (!path.absent() && !glob.absent()) {
            read.faults()
                    .add(
                            own.at(),
                            "%s has a `path` and a `glob`".formatted(name(own)),
                            "Make two entries of it, or remove one of the two.");
        } else if (!path.absent()) {
            misplaced(own, "checksums", "goes with `glob`, and this entry has a `path`");
        } else if (glob.value().isPresent()) {
            misplaced(own, "sha256", "goes with `path`, and this entry has a `glob`");
            misplaced(own, "bytes", "goes with `path`, and this entry has a `glob`");
        } else if (glob.absent()) {
            read.faults()
                    .add(
                            own.at(),
                            "%s has neither `path` nor `glob`".formatted(name(own)),
                            "Add `path` with `sha256`, or `glob` with `checksums`.");
        }
        return switch (path) {
            case Field.Stated<String>(String stated, Place at) -> new Target.Path(stated, at, sha256);
            case Field.Unusable<String>(Place at, String _) -> new Target.Unusable(at);
            case Field.Absent<String> _ ->
                glob instanceof Field.Stated<String>(String stated, Place at)
                        ? new Target.Glob(stated, at, checksums)
                        : new Target.Unusable(glob.absent() ? own.at() : glob.at());
        };
    }

    private void misplaced(Members own, String name, String why) {
        own.get(name)
                .ifPresent(node -> read.faults()
                        .add(
                                node.namedAt(),
                                "%s %s".formatted(Shown.code(Shown.path(node.pointer())), why),
                                "Remove it.",
                                new Fix.Remove(node.pointer())));
    }

    private static String name(Members own) {
        return Shown.code(Shown.path(own.at().pointer()));
    }
}
