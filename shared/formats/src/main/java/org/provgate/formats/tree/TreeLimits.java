package org.provgate.formats.tree;

/// What a document may have at most. All of it holds for YAML and for JSON.
public final class TreeLimits {

    /// Size of the file.
    public static final int BYTES = 8 * 1024 * 1024;

    /// Mappings and lists inside each other, the outermost counted.
    public static final int DEPTH = 64;

    /// Values of all kinds, keys not counted.
    public static final int NODES = 600_000;

    /// Length of one text, in UTF-16 units.
    public static final int TEXT = 1024 * 1024;

    /// Length of one key, in UTF-16 units.
    public static final int KEY = 1024;

    /// Characters of YAML in a row that are neither space nor line end nor punctuation, and likewise of spaces in a
    /// row.
    /// The parser takes a time that grows with the square of such a run.
    public static final int YAML_RUN = 64 * 1024;

    /// Characters of one JSON number.
    public static final int NUMBER = 64;

    private TreeLimits() {}
}
