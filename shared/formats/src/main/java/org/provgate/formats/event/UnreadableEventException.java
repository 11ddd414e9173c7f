package org.provgate.formats.event;

/// An event is not what AWS sends. Never a contributor's doing: only AWS writes to our queues and streams.
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableEventException(String message) {
        super(message);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
