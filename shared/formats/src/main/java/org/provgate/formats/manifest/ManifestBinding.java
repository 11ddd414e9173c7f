package org.provgate.formats.manifest;

import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.Teachers;
import org.provgate.formats.fields.FieldReader;
import org.provgate.formats.fields.Members;
import org.provgate.formats.fields.Need;
import org.provgate.formats.fields.Shape;

/// Takes a manifest out of a tree that has the members of the native one, written so or put together out of another
/// format's values.
public final class ManifestBinding {

    public static final Shape MANIFEST = Shape.open(
            "the manifest",
            "$schema",
            "manifest",
            "dataset",
            "contributors",
            "sources",
            "teachers",
            "files",
            "attestations");

    private final FieldReader read;
    private final Need described;

    /// @param described whether the dataset's name, version and description are asked for
    public ManifestBinding(FieldReader read, Need described) {
        this.read = read;
        this.described = described;
    }

    public Manifest bind(ManifestFormat format, String file, Members members) {
        PartBinding parts = new PartBinding(read);
        DatasetBinding datasets = new DatasetBinding(read, described);
        Sources sources = new SourceBinding(read, parts).sources(members);
        Teachers teachers = new TeacherBinding(read, parts).teachers(members);
        if (sources instanceof Sources.None
                && !(teachers instanceof Teachers.Listed || teachers instanceof Teachers.Unstated)) {
            read.faults()
                    .add(
                            sources.at(),
                            "`sources` is none and `teachers` lists no model; the data comes from somewhere",
                            "List the sources, or the teachers if models wrote the rows from prompts alone.");
        }
        FileBinding files =
                new FileBinding(read, parts, sources instanceof Sources.Listed, teachers instanceof Teachers.Listed);
        return new Manifest(
                format,
                file,
                datasets.dataset(members),
                datasets.contributors(members),
                sources,
                teachers,
                members.placeOf("files"),
                files.files(members),
                members.placeOf("attestations"),
                new AttestationBinding(read, parts).attestations(members));
    }
}
