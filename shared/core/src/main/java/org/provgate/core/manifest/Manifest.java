package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Place;

/// What a contributor declares about a dataset, with the place of every value.
///
/// @param file path of the manifest in the submission
/// @param filesAt where the list of files stands, or would
/// @param attestationsAt where the list of attestations stands, or would
/// @param seal whether somebody signed the document
/// @param others what other files of the submission declare, in order of precedence; this one goes before them
public record Manifest(
        ManifestFormat format,
        String file,
        Dataset dataset,
        List<Contributor> contributors,
        Sources sources,
        Teachers teachers,
        Place filesAt,
        List<FileEntry> files,
        Place attestationsAt,
        List<Attestation> attestations,
        Seal seal,
        List<Manifest> others) {

    public Manifest {
        contributors = List.copyOf(contributors);
        files = List.copyOf(files);
        attestations = List.copyOf(attestations);
        others = List.copyOf(others);
    }

    /// The only manifest of a submission, in a format that is never signed.
    public Manifest(
            ManifestFormat format,
            String file,
            Dataset dataset,
            List<Contributor> contributors,
            Sources sources,
            Teachers teachers,
            Place filesAt,
            List<FileEntry> files,
            Place attestationsAt,
            List<Attestation> attestations) {
        this(
                format,
                file,
                dataset,
                contributors,
                sources,
                teachers,
                filesAt,
                files,
                attestationsAt,
                attestations,
                new Seal.NotUsual(),
                List.of());
    }

    /// The same document, with who signed it.
    public Manifest sealed(Seal found) {
        return new Manifest(
                format,
                file,
                dataset,
                contributors,
                sources,
                teachers,
                filesAt,
                files,
                attestationsAt,
                attestations,
                found,
                others);
    }

    /// Whether an entry stands for no entry at all: for everything, in a format that lists no files.
    public boolean listsNoFilesBut(FileEntry entry) {
        return format != ManifestFormat.NATIVE
                && entry.target() instanceof FileEntry.Target.Glob(String glob, var _, var checksums)
                && glob.equals("**")
                && checksums.absent();
    }

    /// The beginning of the document.
    public Place at() {
        return Place.startOf(file);
    }
}
