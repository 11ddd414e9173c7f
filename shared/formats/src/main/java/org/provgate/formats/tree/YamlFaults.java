package org.provgate.formats.tree;

import java.util.Locale;
import java.util.Optional;
import org.provgate.formats.tree.YamlTree.Units;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/// Says in words for authors what the engine says in words for parsers.
final class YamlFaults {

    private YamlFaults() {}

    static BrokenTree explain(MarkedYamlEngineException fault, SourceText source, Units units) {
        int at = offset(fault.getProblemMark(), units, 0);
        int begun = offset(fault.getContextMark(), units, at);
        String text = source.text();
        String context = fault.getContext() == null ? "" : fault.getContext();
        String problem = fault.getProblem() == null ? "" : fault.getProblem();
        int found = at < text.length() ? text.codePointAt(at) : -1;
        if (found == '\t') {
            return new BrokenTree(at, "A tab stands where YAML wants spaces; indent with spaces only");
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("end of stream") || problem.contains("document separator")
                    ? new BrokenTree(
                            begun,
                            "The quotation mark that begins on line %d is never closed".formatted(source.lineAt(begun)))
                    : new BrokenTree(
                            at,
                            "A backslash in double quotes begins an escape that YAML does not have;"
                                    + " write \\\\ or use single quotes");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            String bracket = context.contains("sequence") ? "[" : "{";
            return new BrokenTree(
                    found < 0 ? begun : at,
                    "The `%s` of line %d is not closed, or a comma is missing before %s"
                            .formatted(bracket, source.lineAt(begun), here(found)));
        }
        if (context.contains("block scalar")) {
            return new BrokenTree(
                    at, "After `|` or `>` stands %s; the text begins on the next line".formatted(here(found)));
        }
        if (context.contains("simple key")) {
            return new BrokenTree(
                    begun, "This line has no `: ` after its key, or belongs to the text above and is not indented");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new BrokenTree(
                    at,
                    "A `:` stands inside a value without quotation marks, or the line is indented too far;"
                            + " put the value in quotation marks");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return new BrokenTree(at, "A `- ` stands on the line of its key; begin the list on the next line");
        }
        if (problem.contains("cannot start any token")) {
            return new BrokenTree(at, "A value cannot begin with %s; put it in quotation marks".formatted(here(found)));
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return new BrokenTree(
                    at,
                    "%s does not fit the %s that begins on line %d; the indentation differs, or text follows a closing"
                                    .formatted(
                                            capital(here(found)),
                                            context.contains("mapping") ? "mapping" : "list",
                                            source.lineAt(begun))
                            + " quotation mark");
        }
        if (problem.contains("<document start>")) {
            return new BrokenTree(
                    at,
                    "The document is already complete here; the line is indented less than those above, or"
                            + " does not belong to it");
        }
        if (problem.contains("tag handle")) {
            return new BrokenTree(at, "A tag begins here whose handle nobody declared; tags are not read here");
        }
        return new BrokenTree(at, "%s cannot stand here in YAML".formatted(capital(here(found))));
    }

    static String unmarked(YamlEngineException fault) {
        return fault instanceof YamlVersionException
                ? "The %YAML line asks for a version other than 1.x"
                : "The file breaks a rule of YAML that has no place";
    }

    private static int offset(Optional<Mark> mark, Units units, int otherwise) {
        return mark.map(found -> units.offsetOf(found.getIndex())).orElse(otherwise);
    }

    private static String here(int found) {
        return switch (found) {
            case -1 -> "the end of the file";
            case '\n', '\r' -> "the end of the line";
            case '`' -> "a backquote";
            default -> Shown.code(Character.toString(found));
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
