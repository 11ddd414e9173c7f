package org.provgate.formats.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.provgate.core.facts.ObjectFacts;
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
                json.end().end();
            }
            json.end().end();
        });
    }

    public static String text(List<ObjectFacts> files, boolean colour) {
        return FactsText.table(files, colour);
    }
}
