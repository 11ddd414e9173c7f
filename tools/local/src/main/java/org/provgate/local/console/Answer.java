package org.provgate.local.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.provgate.formats.report.JsonStream;

/// What a request is answered.
record Answer(int status, String mediaType, String body) {

    static Answer json(Consumer<JsonStream> document) {
        return new Answer(200, "application/json", written(document));
    }

    static Answer json(String text) {
        return new Answer(200, "application/json", text);
    }

    /// Problem details, as RFC 9457 has them.
    static Answer problem(int status, String title, String detail) {
        return new Answer(
                status,
                "application/problem+json",
                written(json -> json.object()
                        .text("type", "about:blank")
                        .text("title", title)
                        .number("status", status)
                        .text("detail", detail)
                        .end()));
    }

    private static String written(Consumer<JsonStream> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.ONE_LINE, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
