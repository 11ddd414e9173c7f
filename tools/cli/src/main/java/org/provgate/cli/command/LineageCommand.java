package org.provgate.cli.command;

import java.util.concurrent.Callable;
import org.provgate.cli.Console;
import org.provgate.cli.lineage.LineageGraph;
import org.provgate.cli.lineage.LineageWalk;
import org.provgate.cli.remote.GateClient;
import org.provgate.core.claim.Word;
import org.provgate.core.submission.SubmissionName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lineage",
        description = "Says what a submission derives from and what derives from it, to the end of every line.",
        footer = {"", GateVerb.EXITS})
public final class LineageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "CONTRIBUTOR/DATASET/REVISION.")
    private String id = "";

    @Option(
            names = "--as",
            paramLabel = "SHAPE",
            defaultValue = "tree",
            description = "tree, json, dot (Graphviz) or mermaid. Default: ${DEFAULT-VALUE}.")
    private String shape = "tree";

    @Mixin
    private GateOptions gate = new GateOptions();

    private final Console console;

    public LineageCommand(Console console) {
        this.console = console;
    }

    private enum Shape implements Word {
        TREE,
        JSON,
        DOT,
        MERMAID
    }

    @Override
    public Integer call() {
        SubmissionName name = GateOptions.submission(id);
        Shape wanted = Arguments.word(Shape.class, "--as", shape);
        Shape shown = gate.form() == TextOrJson.JSON ? Shape.JSON : wanted;
        try (GateClient client = gate.client()) {
            return switch (LineageWalk.of(name.toString(), client)) {
                case LineageWalk.Refused(String sentence) -> {
                    console.err().println("provgate: " + sentence);
                    yield Exits.REFUSED;
                }
                case LineageWalk.Walked(LineageGraph graph) -> {
                    console.out().print(text(graph, shown));
                    console.out().flush();
                    yield Exits.DONE;
                }
            };
        }
    }

    private static String text(LineageGraph graph, Shape shape) {
        return switch (shape) {
            case TREE -> graph.tree();
            case JSON -> graph.json();
            case DOT -> graph.dot();
            case MERMAID -> graph.mermaid();
        };
    }
}
