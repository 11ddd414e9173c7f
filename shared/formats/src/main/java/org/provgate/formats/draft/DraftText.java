package org.provgate.formats.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.mend.Mending.Notation;
import org.provgate.formats.mend.ValueText;
import org.provgate.formats.report.Printable;

/// Lines of a draft: values that are known, and blanks that say what belongs there.
final class DraftText {

    /// Where hints begin, unless a name is longer.
    private static final int HINT_COLUMN = 24;

    private static final int COMMENT_LIMIT = 160;

    private final StringBuilder out = new StringBuilder();
    private final ValueText values = new ValueText(Notation.YAML, "\n");
    private int blanks;

    String text() {
        return out.toString();
    }

    int blanks() {
        return blanks;
    }

    /// A line of its own. Texts of others are made harmless and cut.
    DraftText comment(int indent, String text) {
        String line = Printable.line(text);
        out.repeat(" ", indent)
                .append("# ")
                .append(line.length() > COMMENT_LIMIT ? line.substring(0, COMMENT_LIMIT) + "…" : line)
                .append('\n');
        return this;
    }

    DraftText empty() {
        out.append('\n');
        return this;
    }

    DraftText heading(String name) {
        out.append(name).append(":\n");
        return this;
    }

    DraftText member(int indent, String name, JsonValue value) {
        out.append(values.member(name, value, indent));
        return this;
    }

    DraftText blank(int indent, Blank blank) {
        blanks++;
        String name = " ".repeat(indent) + blank.name() + ":";
        out.append(name)
                .repeat(" ", Math.max(2, HINT_COLUMN - name.length()))
                .append("# FILL IN: ")
                .append(blank.hint())
                .append('\n');
        return this;
    }

    /// Every field that is needed, known or blank, then what else is known.
    DraftText mapping(int indent, JsonValue.Members known, List<Blank> needed) {
        SequencedMap<String, JsonValue> rest = new LinkedHashMap<>(known.values());
        List<String> opened = new ArrayList<>();
        for (Blank blank : needed) {
            int dot = blank.name().indexOf('.');
            if (dot < 0) {
                Optional<JsonValue> value = Optional.ofNullable(rest.remove(blank.name()));
                value.ifPresentOrElse(it -> member(indent, blank.name(), it), () -> blank(indent, blank));
                continue;
            }
            String outer = blank.name().substring(0, dot);
            Blank inner = new Blank(blank.name().substring(dot + 1), blank.hint());
            if (!opened.contains(outer)) {
                opened.add(outer);
                out.repeat(" ", indent).append(outer).append(":\n");
            }
            Optional<JsonValue> value = known.values().get(outer) instanceof JsonValue.Members(var members)
                    ? Optional.ofNullable(members.get(inner.name()))
                    : Optional.empty();
            value.ifPresentOrElse(it -> member(indent + 2, inner.name(), it), () -> blank(indent + 2, inner));
        }
        opened.forEach(rest::remove);
        rest.forEach((name, value) -> member(indent, name, value));
        return this;
    }

    /// An item of a list under a heading.
    DraftText item(JsonValue.Members known, List<Blank> needed) {
        int start = out.length();
        mapping(4, known, needed);
        out.setCharAt(start + 2, '-');
        return this;
    }
}
