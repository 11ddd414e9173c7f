package org.provgate.formats.report;

import org.provgate.core.finding.Severity;

/// Colours for a terminal, or none.
enum Ink {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    GOOD("1;32"),
    STRONG("1"),
    FAINT("2");

    private static final String START = "\u001b[";
    private static final String STOP = "\u001b[0m";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour && !text.isEmpty() ? START + code + "m" + text + STOP : text;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }
}
