package org.provgate.formats.fields;

/// What becomes of a member that is not there.
public enum Need {
    OPTIONAL,
    /// Its absence is a fault.
    REQUIRED,
    /// Its absence, or null in its place, is for a rule of its own to report.
    RULED
}
