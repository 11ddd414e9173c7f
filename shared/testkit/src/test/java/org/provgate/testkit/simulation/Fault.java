package org.provgate.testkit.simulation;

/// What befalls one call of a port.
enum Fault {
    NONE,
    /// The process ends before the call has its effect.
    CRASH_BEFORE,
    /// The process ends after the call had its effect.
    CRASH_AFTER,
    /// Throttled: an exception, and no effect.
    REFUSED,
    /// Timed out: an exception, though the effect happened.
    TIMED_OUT,
    /// A conditional write that was done and sent again by the client: it is told that somebody was faster.
    OWN_ECHO
}
