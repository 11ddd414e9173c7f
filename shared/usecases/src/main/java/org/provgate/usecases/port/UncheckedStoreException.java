package org.provgate.usecases.port;

/// The store or the ledger could not be reached or refused to work. Never a verdict: the caller tries again later.
public final class UncheckedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UncheckedStoreException(String what) {
        super(what);
    }

    public UncheckedStoreException(String what, Throwable cause) {
        super(what, cause);
    }
}
