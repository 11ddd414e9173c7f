package org.provgate.cli;

/// The command cannot run as it was given: one sentence for standard error, exit 2.
public final class CannotRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotRunException(String sentence) {
        super(sentence);
    }

    public CannotRunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence, never absent.
    public String sentence() {
        String message = getMessage();
        return message == null ? "it cannot run" : message;
    }
}
