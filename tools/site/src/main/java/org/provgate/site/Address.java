package org.provgate.site;

import java.nio.file.Path;

/// Where the files of the repository stand in the site. All paths are relative, the one to the repository, the other to
/// the site.
final class Address {

    /// Files that are no pages are shown below this folder, each as a page of text.
    private static final Path TEXTS = Path.of("files");

    private Address() {}

    /// @param page a Markdown file; a folder's README is what stands for the folder
    static Path ofPage(Path page) {
        String name = page.getFileName().toString();
        String stem = name.substring(0, name.length() - ".md".length());
        return page.resolveSibling((stem.equals("README") ? "index" : stem) + ".html");
    }

    /// @param file a text file, or a folder, whose names are listed
    static Path ofText(Path file) {
        return TEXTS.resolve(file.resolveSibling(file.getFileName() + ".html"));
    }

    /// What a page at `from` writes to lead to `to`.
    static String between(Path from, Path to) {
        Path folder = from.getParent();
        Path way = folder == null ? to : folder.relativize(to);
        return way.toString().replace('\\', '/');
    }
}
