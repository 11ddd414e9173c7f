package org.provgate.core.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.FileEntry.Target;

/// Several manifests of one submission as one: the first counts, the others say what it leaves open. Lists are taken
/// whole from one of them and never mixed.
public final class MergedManifest {

    private MergedManifest() {}

    /// @param manifests at least one, in order of precedence
    public static Manifest of(List<Manifest> manifests) {
        Manifest first = manifests.getFirst();
        if (manifests.size() == 1) {
            return first;
        }
        Manifest withSources = firstThat(manifests, manifest -> !(manifest.sources() instanceof Sources.Unstated));
        Manifest withTeachers = firstThat(manifests, manifest -> !(manifest.teachers() instanceof Teachers.Unstated));
        Manifest withFiles = firstThat(manifests, MergedManifest::listsFiles);
        Manifest attested =
                firstThat(manifests, manifest -> !manifest.attestations().isEmpty());
        return new Manifest(
                first.format(),
                first.file(),
                dataset(manifests.stream().map(Manifest::dataset).toList()),
                firstThat(manifests, manifest -> !manifest.contributors().isEmpty())
                        .contributors(),
                withSources.sources(),
                withTeachers.teachers(),
                withFiles.filesAt(),
                files(manifests, withFiles, withSources, withTeachers),
                attested.attestationsAt(),
                attested.attestations(),
                first.seal(),
                manifests.subList(1, manifests.size()));
    }

    private static Manifest firstThat(List<Manifest> manifests, Function<Manifest, Boolean> says) {
        return manifests.stream().filter(says::apply).findFirst().orElseGet(manifests::getFirst);
    }

    /// Whether files are told apart at all; a single pattern for everything is what a format without a list has.
    private static boolean listsFiles(Manifest manifest) {
        return manifest.files().stream().anyMatch(entry -> switch (entry.target()) {
            case Target.Path _ -> true;
            case Target.Glob(String glob, Place _, Field<String> checksums) ->
                !glob.equals("**") || !checksums.absent();
            case Target.Unusable _ -> false;
        });
    }

    private static Dataset dataset(List<Dataset> all) {
        return new Dataset(
                all.getFirst().at(),
                field(all, Dataset::name),
                field(all, Dataset::identifier),
                field(all, Dataset::version),
                field(all, Dataset::description),
                field(all, Dataset::license),
                field(all, Dataset::licenseLink),
                field(all, Dataset::url),
                field(all, Dataset::languages),
                field(all, Dataset::modalities),
                field(all, Dataset::intendedUse),
                field(all, Dataset::personalData),
                field(all, Dataset::copyrightedMaterial),
                field(all, Dataset::created),
                field(all, Dataset::previousVersion),
                field(all, Dataset::processing));
    }

    private static <T> Field<T> field(List<Dataset> all, Function<Dataset, Field<T>> of) {
        return all.stream()
                .map(of)
                .filter(field -> !field.absent())
                .findFirst()
                .orElseGet(() -> of.apply(all.getFirst()));
    }

    private static List<FileEntry> files(
            List<Manifest> manifests, Manifest withFiles, Manifest withSources, Manifest withTeachers) {
        Map<String, Field<String>> digests = new HashMap<>();
        for (Manifest manifest : manifests) {
            for (FileEntry entry : manifest.files()) {
                if (entry.target() instanceof Target.Path(String path, Place _, Field<String> sha256)
                        && !sha256.absent()) {
                    digests.putIfAbsent(path, sha256);
                }
            }
        }
        return withFiles.files().stream()
                .map(entry -> completed(entry, digests, withFiles, withSources, withTeachers))
                .toList();
    }

    /// An entry refers to what its own manifest lists. Where the list came from another one, it has all of it.
    private static FileEntry completed(
            FileEntry entry,
            Map<String, Field<String>> digests,
            Manifest withFiles,
            Manifest withSources,
            Manifest withTeachers) {
        Target target =
                entry.target() instanceof Target.Path(String path, Place at, Field<String> sha256) && sha256.absent()
                        ? new Target.Path(path, at, digests.getOrDefault(path, sha256))
                        : entry.target();
        References sources = withSources.file().equals(withFiles.file())
                ? entry.sources()
                : all(
                        entry.sources(),
                        withSources.sources().listed().stream()
                                .flatMap(source -> source.id().value().stream())
                                .toList());
        References teachers = withTeachers.file().equals(withFiles.file())
                ? entry.teachers()
                : all(
                        entry.teachers(),
                        withTeachers.teachers().listed().stream()
                                .flatMap(teacher -> teacher.id().value().stream())
                                .toList());
        return new FileEntry(
                entry.at(),
                target,
                entry.bytes(),
                entry.rows(),
                entry.mediaType(),
                entry.split(),
                entry.license(),
                sources,
                teachers,
                entry.description());
    }

    private static References all(References own, List<String> ids) {
        return ids.isEmpty()
                ? own
                : new References.Listed(
                        own.at(),
                        ids.stream()
                                .map(id -> new References.Reference(id, own.at()))
                                .toList());
    }
}
