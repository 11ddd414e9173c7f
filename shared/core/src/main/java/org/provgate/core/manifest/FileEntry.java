package org.provgate.core.manifest;

import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;

/// One entry of the manifest's file list: one object by its path, or many by a glob with a checksum list.
public record FileEntry(
        Place at,
        Target target,
        Field<Long> bytes,
        Field<Long> rows,
        Field<String> mediaType,
        Field<String> split,
        Field<String> license,
        References sources,
        References teachers,
        Field<String> description) {

    public sealed interface Target {
        /// @param sha256 64 lower-case hexadecimal digits, as declared
        record Path(String path, Place at, Field<String> sha256) implements Target {}

        /// @param checksums path of a `sha256sum`-style list that names what the glob matches
        record Glob(String glob, Place at, Field<String> checksums) implements Target {}

        /// Neither; the reader has reported it.
        record Unusable(Place at) implements Target {}
    }

    /// The name findings use for the entry.
    public String name() {
        return switch (target) {
            case Target.Path(String path, Place _, Field<String> _) -> path;
            case Target.Glob(String glob, Place _, Field<String> _) -> glob;
            case Target.Unusable(Place where) -> where.pointer();
        };
    }
}
