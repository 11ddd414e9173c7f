package org.provgate.registry;

/// What writer and reader of the compiled facts agree on.
///
/// A header, a pool of strings, then the facts as records whose strings are numbers into the pool.
public final class FactsFormat {

    /// `PGRF`: the first four bytes.
    public static final int MAGIC = 0x50475246;

    /// Goes up with every change of the layout.
    public static final int VERSION = 1;

    /// Name of the resource, beside this class.
    public static final String RESOURCE = "facts.bin";

    /// Name of the resource that holds its SHA-256, so that no start has to compute it.
    public static final String DIGEST = "facts.sha256";

    /// Days that have no number: "ever since" and "until further notice".
    public static final int EVER = Integer.MIN_VALUE;

    public static final int NEVER = Integer.MAX_VALUE;

    private FactsFormat() {}
}
