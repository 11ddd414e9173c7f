package org.provgate.aws.log;

/// A named value of a log line, given as a parameter to [System.Logger].
public record LogField(String name, Object value) {

    public static LogField field(String name, Object value) {
        return new LogField(name, value);
    }
}
