package org.provgate.formats.facts;

import java.io.ByteArrayOutputStream;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Facts of one object as the ledger keeps them: compact ASCII JSON, everything in, the same bytes for the same
/// facts. A decision a year from now is made on these bytes, so their form has a number, and what is read back
/// equals what was written.
public final class FactsCodec {

    /// The form that is written; the only one that is read so far.
    public static final int VERSION = 1;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int USUAL_SIZE = 512;

    private FactsCodec() {}

    public static byte[] write(ObjectFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("facts", VERSION);
            json.writeNumberProperty("edition", facts.edition());
            json.writeStringProperty("path", facts.path());
            json.writeNumberProperty("bytes", facts.bytes());
            json.writeStringProperty("sha256", facts.sha256().hex());
            json.writeStringProperty("mediaType", facts.mediaType());
            rows(json, facts.rows());
            json.writeObjectPropertyStart("coverage");
            json.writeNumberProperty("bytesRead", facts.coverage().bytesRead());
            json.writeNumberProperty("rowsRead", facts.coverage().rowsRead());
            json.writeBooleanProperty("complete", facts.coverage().complete());
            json.writeEndObject();
            json.writeArrayPropertyStart("evidence");
            facts.evidence().forEach(evidence -> evidence(json, evidence));
            json.writeEndArray();
            json.writeArrayPropertyStart("concerns");
            facts.concerns().forEach(concern -> concern(json, concern));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// @throws UnreadableFactsException when the bytes are of another version or not what [#write] gives
    public static ObjectFacts read(byte[] bytes) {
        return FactsParser.parse(bytes);
    }

    private static void rows(JsonGenerator json, Rows rows) {
        switch (rows) {
            case Rows.Counted(long count) -> json.writeNumberProperty("rows", count);
            case Rows.NotTabular _ -> json.writeStringProperty("rows", FactsParser.NOT_TABULAR);
            case Rows.Unknown _ -> json.writeStringProperty("rows", FactsParser.UNKNOWN);
        }
    }

    private static void evidence(JsonGenerator json, Evidence evidence) {
        json.writeStartObject();
        switch (evidence.maker()) {
            case Maker.Provider(String provider) -> json.writeStringProperty("provider", provider);
            case Maker.Model(String provider, String model) -> {
                json.writeStringProperty("provider", provider);
                json.writeStringProperty("model", model);
            }
            case Maker.Unknown _ -> {}
        }
        json.writeStringProperty("strength", evidence.strength().word());
        json.writeStringProperty("fingerprint", evidence.fingerprint());
        json.writeNumberProperty("count", evidence.count());
        json.writeNumberProperty("rows", evidence.rows());
        json.writeNumberProperty("firstLine", evidence.firstLine());
        json.writeStringProperty("excerpt", evidence.excerpt());
        json.writeEndObject();
    }

    private static void concern(JsonGenerator json, Concern concern) {
        json.writeStartObject();
        json.writeStringProperty("kind", FactsParser.word(concern.kind()));
        json.writeStringProperty("detail", concern.detail());
        json.writeNumberProperty("line", concern.line());
        json.writeEndObject();
    }
}
