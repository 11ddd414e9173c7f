package org.provgate.core.manifest;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.manifest.FileEntry.Target;

/// Files of a submission that are no data and need no entry in the manifest. They are hashed and listed all the same.
public final class Documents {

    private static final List<String> STEMS = List.of("README", "LICENSE", "NOTICE", "CITATION", "CHANGELOG");

    private static final Pattern PROSE = Pattern.compile(
            "(?:readme|licen[cs]e|notice|citation|changelog)(?:\\.(?:md|txt|rst|html|pdf|cff|bib|adoc))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private Documents() {}

    /// Documentation by its name alone, in any folder: `README*`, `LICENSE*`, `NOTICE*`, `CITATION*`, `CHANGELOG*`,
    /// `.gitattributes`, everything below `LICENSES/`, and in any letter case with
    /// an ending for prose.
    public static boolean besideTheData(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("LICENSES/")
                || name.equals(".gitattributes")
                || STEMS.stream().anyMatch(name::startsWith)
                || PROSE.matcher(name).matches();
    }

    /// Paths of evidence, licences, terms and checksum lists that the manifest names, and of the manifests beside it.
    public static NavigableSet<String> pathsNamedBy(Manifest manifest) {
        NavigableSet<String> paths = new TreeSet<>();
        manifest.dataset().licenseLink().value().filter(Documents::isPath).ifPresent(paths::add);
        for (DataSource source : manifest.sources().listed()) {
            source.licenseLink().value().filter(Documents::isPath).ifPresent(paths::add);
            source.crawl().value().flatMap(crawl -> crawl.domainsFile().value()).ifPresent(paths::add);
        }
        documentsOf(manifest).forEach(document -> document.path().value().ifPresent(paths::add));
        paths.addAll(checksumLists(manifest));
        manifest.others().forEach(other -> paths.add(other.file()));
        return paths;
    }

    /// Every document that the manifest names as evidence, with its place.
    public static Stream<Document> documentsOf(Manifest manifest) {
        return Stream.of(
                        manifest.sources().listed().stream().flatMap(source -> source.rightsEvidence().stream()),
                        manifest.teachers().listed().stream().flatMap(Documents::documentsOf),
                        manifest.attestations().stream()
                                .flatMap(attestation -> attestation.document().value().stream()))
                .flatMap(documents -> documents);
    }

    /// Paths of the checksum lists that go with globs.
    public static NavigableSet<String> checksumLists(Manifest manifest) {
        NavigableSet<String> lists = new TreeSet<>();
        for (FileEntry entry : manifest.files()) {
            if (entry.target() instanceof Target.Glob(var _, var _, Field<String> checksums)) {
                checksums.value().ifPresent(lists::add);
            }
        }
        return lists;
    }

    private static Stream<Document> documentsOf(TeacherModel teacher) {
        Stream<Document> copy = teacher.terms() instanceof TeacherModel.StatedTerms.Accepted accepted
                ? accepted.copy().value().stream()
                : Stream.empty();
        Stream<Document> permission = teacher.authorization().value().stream()
                .flatMap(authorization -> authorization.document().value().stream());
        return Stream.concat(copy, permission);
    }

    /// A licence link is an address or a path in the submission.
    public static boolean isPath(String link) {
        return !SCHEME.matcher(link).matches();
    }
}
