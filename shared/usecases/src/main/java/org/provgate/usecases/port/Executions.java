package org.provgate.usecases.port;

/// Sets somebody to work on a rescan. May be asked twice: who finds nothing to do goes away again.
@FunctionalInterface
public interface Executions {

    /// @param run id of a rescan that is to be taken up
    void start(String run);
}
