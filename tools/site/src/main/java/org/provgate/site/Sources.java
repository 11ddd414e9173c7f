package org.provgate.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The repository that pages are made from.
///
/// @param root its folder
record Sources(Path root) {

    /// Markdown at the root and anywhere below `docs`, by name.
    List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    String text(Path file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    boolean isFile(Path file) {
        return Files.isRegularFile(root.resolve(file));
    }

    boolean isFolder(Path file) {
        return Files.isDirectory(root.resolve(file));
    }

    /// The names in a folder, one a line, folders with a slash.
    String listing(Path folder) throws IOException {
        try (Stream<Path> within = Files.list(root.resolve(folder))) {
            return within.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .reduce("", (text, name) -> text + name + "\n");
        }
    }
}
