package org.provgate.testkit.simulation;

/// The end of a process: nothing in it can catch or clean up.
final class Crash extends Error {

    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
