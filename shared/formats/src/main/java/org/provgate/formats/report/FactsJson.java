package org.provgate.formats.report;

import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sighting;

/// The members that facts have in reports and in the answer of `inspect`.
public final class FactsJson {

    private FactsJson() {}

    /// Members of an open object: what was measured, without the evidence.
    public static void measured(JsonStream json, ObjectFacts facts) {
        json.text("path", facts.path())
                .number("bytes", facts.bytes())
                .text("sha256", facts.sha256().hex())
                .text("mediaType", facts.mediaType());
        switch (facts.rows()) {
            case Rows.Counted(long count) -> json.number("rows", count);
            case Rows.NotTabular _, Rows.Unknown _ -> json.nothing("rows");
        }
        json.object("coverage")
                .number("bytesRead", facts.coverage().bytesRead())
                .number("rowsRead", facts.coverage().rowsRead())
                .flag("complete", facts.coverage().complete())
                .end();
    }

    /// @param lineName what the member for the first line is called here
    public static void evidence(JsonStream json, Evidence evidence, String lineName) {
        json.object();
        maker(json, evidence.maker());
        json.text("strength", evidence.strength().word())
                .text("fingerprint", evidence.fingerprint())
                .number("count", evidence.count())
                .number("rows", evidence.rows())
                .number(lineName, evidence.firstLine())
                .text("excerpt", evidence.excerpt())
                .end();
    }

    public static void sighting(JsonStream json, Sighting hit) {
        json.object();
        maker(json, hit.maker());
        json.text("strength", hit.strength().word()).text("fingerprint", hit.fingerprint());
        if (!hit.within().isEmpty()) {
            json.text("within", hit.within());
        }
        json.number("line", hit.line()).text("excerpt", hit.excerpt()).end();
    }

    private static void maker(JsonStream json, Maker maker) {
        switch (maker) {
            case Maker.Provider(String provider) ->
                json.text("provider", provider).nothing("model");
            case Maker.Model(String provider, String model) ->
                json.text("provider", provider).text("model", model);
            case Maker.Unknown _ -> json.nothing("provider").nothing("model");
        }
    }
}
