package org.provgate.formats.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Asks Step Functions to take up a rescan.
///
/// @param machine ARN of the state machine
public record ExecutionStart(String machine, String run) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /// What the state machine begins with.
    public byte[] input() {
        return written(json -> {
            json.writeStringProperty("step", "plan");
            json.writeStringProperty("run", run);
        });
    }

    /// The request of StartExecution.
    public byte[] request() {
        return written(json -> {
            json.writeStringProperty("stateMachineArn", machine);
            json.writeStringProperty("input", new String(input(), StandardCharsets.UTF_8));
        });
    }

    private interface Members {
        void write(JsonGenerator json);
    }

    private static byte[] written(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
