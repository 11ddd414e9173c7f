package org.provgate.formats.facts;

/// Stored facts are not what this codec writes. A fault of ours: no contributor's bytes reach the ledger as facts.
public final class UnreadableFactsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFactsException(String message) {
        super(message);
    }

    UnreadableFactsException(String message, Throwable cause) {
        super(message, cause);
    }
}
