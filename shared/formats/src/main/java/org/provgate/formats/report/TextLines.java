package org.provgate.formats.report;

import java.io.IOException;

/// Lines of a terminal report. Every string of a contributor passes through here or through [Printable].
final class TextLines {

    private final Appendable out;
    private final boolean colour;

    TextLines(Appendable out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void blank() throws IOException {
        out.append('\n');
    }

    /// A line that is printable already.
    void line(String text) throws IOException {
        out.append(text).append('\n');
    }

    /// Text of any origin, broken to fit, each line behind `indent` blanks.
    void wrapped(int indent, String text) throws IOException {
        labelled(" ".repeat(indent), text);
    }

    /// Text of any origin behind a label; further lines start below the text.
    void labelled(String label, String text) throws IOException {
        int indent = Columns.of(label);
        String before = label;
        for (String part : Columns.wrapped(Printable.line(text), Columns.WIDTH - indent)) {
            line(before + part);
            before = " ".repeat(indent);
        }
    }

    /// Like [#labelled], with the label in colour.
    void labelled(Ink ink, String label, String text) throws IOException {
        int indent = Columns.of(label);
        String before = paint(ink, label);
        for (String part : Columns.wrapped(Printable.line(text), Columns.WIDTH - indent)) {
            line(before + part);
            before = " ".repeat(indent);
        }
    }

    String paint(Ink ink, String text) {
        return ink.on(text, colour);
    }
}
