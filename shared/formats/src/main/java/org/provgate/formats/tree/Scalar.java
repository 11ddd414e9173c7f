package org.provgate.formats.tree;

import java.util.List;
import org.provgate.core.claim.Place;

/// A single value, as it was written. In YAML everything is a text; what a plain one looks like is the reader's to
/// judge.
public final class Scalar extends Node {

    private final String text;
    private final Form form;

    /// How a scalar is written.
    public enum Form {
        /// In quotation marks or as a block.
        QUOTED,
        /// YAML without quotation marks.
        PLAIN,
        /// A number of JSON.
        NUMBER,
        /// `true` or `false` of JSON.
        BOOLEAN,
        /// `null` of JSON.
        NULL
    }

    Scalar(Spot spot, String text, Form form) {
        super(spot);
        this.text = text;
        this.form = form;
    }

    /// Another spelling of what stands at `place`.
    public static Scalar of(Node place, String text, Form form) {
        return new Scalar(place.spot(), text, form);
    }

    public String text() {
        return text;
    }

    public Form form() {
        return form;
    }

    /// Where a part of the text stands. That can be told when the document writes its lines letter by letter, as in
    /// most
    /// scalars and in blocks that keep their lines; else it is where the value begins.
    ///
    /// @param line of the text, counted from 1
    /// @param column counted from 1
    public Place at(int line, int column) {
        List<String> lines = text.lines().limit(line).toList();
        return lines.size() < line ? at() : partAt(lines, column - 1).orElseGet(this::at);
    }

    /// Whether nothing is said: `null`, or a plain scalar that every YAML tool reads as null.
    public boolean isNull() {
        return form == Form.NULL || (form == Form.PLAIN && PlainScalars.isNull(text));
    }

    /// Whether it is to be taken as a text: quoted, or plain and not null.
    public boolean isText() {
        return form == Form.QUOTED || (form == Form.PLAIN && !PlainScalars.isNull(text));
    }

    /// Whether it may stand where a number is wanted: a JSON number, or a plain scalar.
    public boolean mayBeNumber() {
        return form == Form.NUMBER || form == Form.PLAIN;
    }

    @Override
    public String inWords() {
        return switch (form) {
            case NUMBER -> "the number " + Shown.clipped(text);
            case BOOLEAN -> "the boolean " + text;
            case NULL -> "null";
            case PLAIN ->
                PlainScalars.isNull(text) ? (text.isEmpty() ? "nothing" : "null") : "the text " + Shown.quoted(text);
            case QUOTED -> text.isEmpty() ? "an empty text" : "the text " + Shown.quoted(text);
        };
    }
}
