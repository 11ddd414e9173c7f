package org.provgate.cli.folder;

import java.nio.file.Path;

/// Which manifest a folder is decided by.
public sealed interface ManifestChoice {

    record FoundInFolder() implements ManifestChoice {}

    /// @param path how findings name it
    record Given(String path, Path file) implements ManifestChoice {}

    /// The folder's own, one of which has another text than on disk.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rewritten(String path, byte[] text) implements ManifestChoice {}
}
