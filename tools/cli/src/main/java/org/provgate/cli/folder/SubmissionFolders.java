package org.provgate.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.cli.CannotRunException;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.usecases.gate.Engine;

/// Folders that hold submissions, one folder each.
public final class SubmissionFolders {

    private SubmissionFolders() {}

    /// The folders below, by name; hidden ones are none.
    public static List<Path> below(Path folder) {
        List<Path> folders = foldersIn(folder);
        if (folders.isEmpty()) {
            throw new CannotRunException(folder + " holds no folders; without --each it is one submission");
        }
        return folders;
    }

    /// The folder itself where it has a manifest, or no folders below; else the folders below.
    public static List<Path> at(Path folder, Engine.Manifests manifests) {
        List<Path> below = foldersIn(folder);
        return below.isEmpty() || hasManifest(folder, manifests) ? List.of(folder) : below;
    }

    private static boolean hasManifest(Path folder, Engine.Manifests manifests) {
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        for (Path file : list(folder)) {
            String name = name(file);
            if (Files.isRegularFile(file) && Files.isReadable(file) && manifests.isCandidate(name)) {
                candidates.put(name, FolderFacts.text(file, Engine.MANIFEST_LIMIT));
            }
        }
        return !(manifests.read(candidates) instanceof ManifestReading.Missing);
    }

    private static List<Path> foldersIn(Path folder) {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .filter(path -> !name(path).startsWith("."))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> below = Files.list(folder)) {
            return below.sorted().toList();
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }
}
