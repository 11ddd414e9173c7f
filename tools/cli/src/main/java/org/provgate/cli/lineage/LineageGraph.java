package org.provgate.cli.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.provgate.core.claim.Word;
import org.provgate.core.rule.Phrases;
import org.provgate.formats.http.CaseText;

/// Submissions and datasets around one submission, and which derives from which.
public final class LineageGraph {

    private final String centre;
    private final NavigableSet<Edge> edges = new TreeSet<>();
    private boolean cut;

    LineageGraph(String centre) {
        this.centre = centre;
    }

    /// What the upper end of an edge is.
    enum Kind implements Word {
        SUBMISSION,
        KNOWN_DATASET,
        UNKNOWN;

        static Kind of(String word) {
            return Word.parse(Kind.class, word).orElse(UNKNOWN);
        }
    }

    /// @param from what rows come from
    /// @param to the submission that says so
    /// @param source the id under which its manifest names it
    record Edge(String from, String to, String source, Kind kind) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            return List.of(from, to, source, kind.word())
                    .toString()
                    .compareTo(List.of(other.from, other.to, other.source, other.kind.word())
                            .toString());
        }
    }

    void add(Edge edge) {
        edges.add(edge);
    }

    /// There is more than was asked for.
    void cut() {
        cut = true;
    }

    public String tree() {
        StringBuilder text = new StringBuilder(centre).append('\n');
        text.append("comes from\n");
        branch(text, centre, true);
        text.append("leads to\n");
        branch(text, centre, false);
        if (cut) {
            text.append("There is more; only %,d submissions were asked for.\n".formatted(LineageWalk.MOST));
        }
        return text.toString();
    }

    private void branch(StringBuilder text, String start, boolean up) {
        Set<String> open = new HashSet<>(Set.of(start));
        int before = text.length();
        branch(text, start, up, 1, open);
        if (text.length() == before) {
            text.append("  nothing that is known\n");
        }
    }

    /// What was shown before is named and not followed again, so that circles end.
    private void branch(StringBuilder text, String at, boolean up, int depth, Set<String> shown) {
        for (Edge edge : edges) {
            if (!(up ? edge.to() : edge.from()).equals(at)) {
                continue;
            }
            String next = up ? edge.from() : edge.to();
            boolean again = !shown.add(next);
            text.append("  ".repeat(depth)).append(Phrases.plain(next));
            if (edge.kind() != Kind.SUBMISSION) {
                text.append(edge.kind() == Kind.UNKNOWN ? " (not known)" : " (public dataset)");
            } else if (again) {
                text.append(" (see above)");
            }
            text.append('\n');
            if (!again) {
                branch(text, next, up, depth + 1, shown);
            }
        }
    }

    public String json() {
        List<String> objects = edges.stream()
                .map(edge -> CaseText.object(List.of(
                        "from",
                        edge.from(),
                        "to",
                        edge.to(),
                        "source",
                        edge.source(),
                        "kind",
                        edge.kind().word())))
                .toList();
        return "[" + String.join(",\n ", objects) + "]\n";
    }

    /// For Graphviz.
    public String dot() {
        StringBuilder text = new StringBuilder("digraph lineage {\n  rankdir=LR;\n  node [shape=box];\n");
        text.append("  ").append(quoted(centre)).append(" [style=bold];\n");
        for (Edge edge : edges) {
            text.append("  %s -> %s;\n".formatted(quoted(edge.from()), quoted(edge.to())));
        }
        return text.append("}\n").toString();
    }

    public String mermaid() {
        Map<String, String> nodes = new TreeMap<>();
        List<String> names = new ArrayList<>(List.of(centre));
        edges.forEach(edge -> names.addAll(List.of(edge.from(), edge.to())));
        new TreeSet<>(names).forEach(name -> nodes.put(name, "n" + nodes.size()));
        StringBuilder text = new StringBuilder("flowchart LR\n");
        nodes.forEach((name, node) -> text.append("  %s[\"%s\"]\n".formatted(node, entities(name))));
        edges.forEach(edge -> text.append("  %s --> %s\n".formatted(nodes.get(edge.from()), nodes.get(edge.to()))));
        return text.toString();
    }

    private static String quoted(String name) {
        return '"' + Phrases.plain(name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Names from manifests never become markup.
    private static String entities(String name) {
        StringBuilder safe = new StringBuilder();
        Phrases.plain(name)
                .codePoints()
                .forEach(c -> safe.append(
                        Character.isLetterOrDigit(c) || "/-._ ".indexOf(c) >= 0
                                ? Character.toString(c)
                                : "#" + c + ";"));
        return safe.toString();
    }
}
