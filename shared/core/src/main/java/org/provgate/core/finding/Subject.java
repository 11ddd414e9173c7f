package org.provgate.core.finding;

/// What a finding is about, by a name that survives reordering; a place only says where it stands today.
/// Waivers name it as `kind:name`.
///
/// @param kind `submission`, `manifest`, `dataset`, `contributor`, `source`, `teacher`, `file`, `attestation`
public record Subject(String kind, String name) {

    public static Subject file(String path) {
        return new Subject("file", path);
    }

    public static Subject source(String id) {
        return new Subject("source", id);
    }

    public static Subject teacher(String id) {
        return new Subject("teacher", id);
    }

    public static Subject dataset(String name) {
        return new Subject("dataset", name);
    }

    public static Subject manifest(String file) {
        return new Subject("manifest", file);
    }

    @Override
    public String toString() {
        return kind + ":" + name;
    }
}
