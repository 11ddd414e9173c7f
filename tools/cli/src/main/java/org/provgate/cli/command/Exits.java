package org.provgate.cli.command;

/// Exit codes, the same for every command.
public final class Exits {

    public static final int ACCEPTED = 0;

    public static final int DONE = 0;

    public static final int QUARANTINED = 1;

    public static final int UNKNOWN = 1;

    /// By a gate that was asked.
    public static final int REFUSED = 1;

    public static final int COULD_NOT_RUN = 2;

    private Exits() {}
}
