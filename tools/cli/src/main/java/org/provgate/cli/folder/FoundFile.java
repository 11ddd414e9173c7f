package org.provgate.cli.folder;

import java.nio.file.Path;

/// One name in a submission's folder.
public sealed interface FoundFile {

    /// Relative to the folder, with slashes.
    String path();

    /// @param file what to open; the target, when the name is a link inside the folder
    record Regular(String path, Path file, long size) implements FoundFile {}

    /// A link that leaves the folder, a socket, a pipe, a name that is not UTF-8: never opened.
    record Unusable(String path, String reason) implements FoundFile {}
}
