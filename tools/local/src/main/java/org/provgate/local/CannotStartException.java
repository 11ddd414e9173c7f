package org.provgate.local;

/// The gate cannot run here. The message is one sentence for the person who started it.
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStartException(String sentence) {
        super(sentence);
    }

    public CannotStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
