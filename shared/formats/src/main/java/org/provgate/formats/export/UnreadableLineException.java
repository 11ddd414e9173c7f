package org.provgate.formats.export;

/// A line that is not what an export holds. Whoever reads it passes over it, says so and counts it.
public final class UnreadableLineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableLineException(String what) {
        super(what);
    }

    UnreadableLineException(String what, Throwable cause) {
        super(what, cause);
    }
}
