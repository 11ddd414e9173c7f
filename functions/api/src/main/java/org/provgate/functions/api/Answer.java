package org.provgate.functions.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.formats.report.JsonStream;

/// What a request is answered.
///
/// @param headers besides those that every answer has
record Answer(int status, String mediaType, String body, SortedMap<String, String> headers) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    /// Longer bodies are packed for whoever takes that.
    private static final int PACKED_FROM = 32 * 1024;

    /// Lambda answers with no more than 6 MB; the event around the body needs room too.
    private static final int LARGEST = 5_500_000;

    /// Nothing an answer holds may run, load or be framed anywhere.
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    Answer {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    static Answer ok(String mediaType, String body) {
        return new Answer(200, mediaType, body, new TreeMap<>());
    }

    static Answer json(Consumer<JsonStream> document) {
        return ok(JSON, written(document));
    }

    /// Written down, and not yet carried out.
    static Answer accepted(Consumer<JsonStream> document) {
        return new Answer(202, JSON, written(document), new TreeMap<>());
    }

    /// Problem details, as RFC 9457 has them.
    static Answer problem(int status, String title, String detail) {
        return problem(status, title, detail, _ -> {});
    }

    /// @param more members besides
    static Answer problem(int status, String title, String detail, Consumer<JsonStream> more) {
        return new Answer(
                status,
                PROBLEM,
                written(json -> {
                    json.object()
                            .text("type", "about:blank")
                            .text("title", title)
                            .number("status", status)
                            .text("detail", detail);
                    more.accept(json);
                    json.end();
                }),
                new TreeMap<>());
    }

    /// Whether it is not there or not for the caller is not told apart.
    static Answer absent() {
        return problem(404, "Not found", "there is nothing at this address that the token shows");
    }

    static Answer unfit(String detail) {
        return problem(400, "Not understood", detail);
    }

    Answer with(String header, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more);
    }

    Answer withoutBody() {
        return new Answer(status, mediaType, "", headers);
    }

    /// @param acceptEncoding the request's header
    ApiAnswer toApi(String acceptEncoding) {
        boolean packs = acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip");
        if (!packs && body.length() > LARGEST) {
            return problem(406, "Too large", "the answer is too large unless it is packed: Accept-Encoding: gzip")
                    .toApi(acceptEncoding);
        }
        SortedMap<String, String> all = new TreeMap<>(Map.of(
                "Content-Type", mediaType,
                "Cache-Control", "no-store",
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Vary", "Accept, Accept-Encoding, Authorization",
                "Content-Security-Policy", CONTENT_POLICY));
        all.putAll(headers);
        return new ApiAnswer(status, all, body, packs && body.length() > PACKED_FROM);
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
