package org.provgate.cli.lineage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.provgate.cli.lineage.LineageGraph.Edge;
import org.provgate.cli.lineage.LineageGraph.Kind;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.http.CaseText;

/// Asks a gate for one submission after the other, each once, away from the first in both directions.
public final class LineageWalk {

    /// Submissions asked for; what lies behind them is left out, and said to be.
    static final int MOST = 500;

    private final GateClient client;
    private final LineageGraph graph;
    private int asked;

    private LineageWalk(GateClient client, LineageGraph graph) {
        this.client = client;
        this.graph = graph;
    }

    public sealed interface Outcome {}

    public record Walked(LineageGraph graph) implements Outcome {}

    public record Refused(String sentence) implements Outcome {}

    public static Outcome of(String id, GateClient client) {
        LineageWalk walk = new LineageWalk(client, new LineageGraph(id));
        if (walk.ask(id, "") instanceof Reply.Refused(String sentence)) {
            return new Refused(sentence);
        }
        walk.follow(id, true);
        walk.follow(id, false);
        return new Walked(walk.graph);
    }

    private Reply ask(String id, String cursor) {
        asked++;
        return client.get("lineage/" + id + (cursor.isEmpty() ? "" : "?cursor=" + GateClient.encoded(cursor)));
    }

    private void follow(String id, boolean up) {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>();
        seen.add(id);
        ahead.add(id);
        while (!ahead.isEmpty()) {
            if (asked >= MOST) {
                graph.cut();
                return;
            }
            String at = ahead.removeFirst();
            String cursor = "";
            do {
                // What the caller may not see, or what is not there, is where the line ends.
                CaseText page =
                        ask(at, cursor) instanceof Reply.Done(String body) ? CaseText.read(body) : CaseText.read("");
                for (Edge edge : up ? sources(at, page) : derived(at, page)) {
                    graph.add(edge);
                    String next = up ? edge.from() : edge.to();
                    if (edge.kind() == Kind.SUBMISSION && seen.add(next)) {
                        ahead.addLast(next);
                    }
                }
                cursor = page.get("next");
            } while (!cursor.isEmpty() && asked < MOST);
        }
    }

    private static Iterable<Edge> sources(String to, CaseText page) {
        return page.items("sources").stream().map(source -> source(to, source)).toList();
    }

    private static Edge source(String to, CaseText source) {
        Kind kind = Kind.of(source.get("kind"));
        String named = source.get("name").isEmpty() ? source.get("source") : source.get("name");
        return new Edge(kind == Kind.UNKNOWN ? named : source.get("id"), to, source.get("source"), kind);
    }

    private static Iterable<Edge> derived(String from, CaseText page) {
        return page.items("derived").stream()
                .map(one -> new Edge(from, one.get("id"), one.get("source"), Kind.SUBMISSION))
                .toList();
    }
}
