package org.provgate.formats.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.formats.report.ExplainedFacts;
import org.provgate.formats.report.FactsJson;
import org.provgate.formats.report.FactsText;
import org.provgate.formats.report.JsonStream;

/// What `provgate inspect` answers: facts and evidence, no decision.
public final class FactsReport {

    private FactsReport() {}

    public static void json(List<ObjectFacts> files, OutputStream out) throws IOException {
        JsonStream.write(out, JsonStream.Layout.INDENTED, json -> {
            json.object().array("files");
            for (ObjectFacts facts : files) {
                json.object();
                members(json, facts);
                json.end();
            }
            json.end().end();
        });
    }

    /// The same, with every hit of every file.
    public static void explainedJson(List<ExplainedFacts> files, OutputStream out) throws IOException {
        JsonStream.write(out, JsonStream.Layout.INDENTED, json -> {
            json.object().array("files");
            for (ExplainedFacts explained : files) {
                json.object();
                members(json, explained.facts());
                json.array("hits");
                explained.hits().forEach(hit -> FactsJson.sighting(json, hit));
                json.end().number("hitsLeftOut", explained.left()).end();
            }
            json.end().end();
        });
    }

    private static void members(JsonStream json, ObjectFacts facts) {
        FactsJson.measured(json, facts);
        json.array("evidence");
        facts.evidence().forEach(evidence -> FactsJson.evidence(json, evidence, "firstLine"));
        json.end().array("concerns");
        facts.concerns()
                .forEach(concern -> json.object()
                        .text("kind", FactsParser.word(concern.kind()))
                        .text("detail", concern.detail())
                        .number("line", concern.line())
                        .end());
        json.end();
    }

    public static String text(List<ObjectFacts> files, boolean colour) {
        return FactsText.table(files, colour);
    }

    /// The same, with every hit below the evidence it belongs to.
    public static String explainedText(List<ExplainedFacts> files, boolean colour) {
        return FactsText.explained(files, colour);
    }
}
