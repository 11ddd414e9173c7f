package org.provgate.functions.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.formats.http.ApiRequest;

/// The console: one page and its parts, the same for everybody. Whatever it shows it asks the interface for.
final class ConsolePages {

    /// Nothing but the page's own scripts and styles; no frame, no form that leaves, no text that turns into markup.
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String PAGE = "/";
    private static final String PARTS = "/console/";
    private static final String FOLDER = "console/";
    private static final String INDEX = "index.html";

    /// By how a part's name ends.
    private static final Map<String, String> TYPES = Map.of(
            ".html", "text/html; charset=utf-8",
            ".css", "text/css; charset=utf-8",
            ".js", "text/javascript; charset=utf-8",
            ".svg", "image/svg+xml");

    private static final int TAG_LENGTH = 32;

    Answer answer(ApiRequest request) {
        Optional<Answer> part = part(request.path());
        if (part.isEmpty()) {
            return Answer.problem(404, "Not found", "the console is at /, the interface below /api");
        }
        return switch (request.method()) {
            case "GET" -> fresh(part.get(), request);
            case "HEAD" -> part.get().withoutBody();
            default ->
                Answer.problem(405, "Not allowed", "this address takes GET").with("Allow", "GET");
        };
    }

    private static Answer fresh(Answer part, ApiRequest request) {
        String tag = part.headers().getOrDefault("ETag", "");
        return request.header("if-none-match").equals(tag)
                ? new Answer(304, part.mediaType(), "", new TreeMap<>(part.headers()))
                : part;
    }

    private static Optional<Answer> part(String path) {
        if (path.equals(PAGE)) {
            return read(INDEX);
        }
        String name = path.startsWith(PARTS) ? path.substring(PARTS.length()) : "";
        return name.equals(INDEX) ? Optional.empty() : read(name);
    }

    /// Names of one level, so that no other resource can be asked for.
    private static Optional<Answer> read(String name) {
        int dot = name.lastIndexOf('.');
        String type = dot > 0 ? TYPES.getOrDefault(name.substring(dot), "") : "";
        if (type.isEmpty() || !name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-' || c == '.')) {
            return Optional.empty();
        }
        try (InputStream part = ConsolePages.class.getResourceAsStream(FOLDER + name)) {
            if (part == null) {
                return Optional.empty();
            }
            String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(Answer.ok(type, text)
                    .with("Content-Security-Policy", CONTENT_POLICY)
                    .with("Cross-Origin-Opener-Policy", "same-origin")
                    .with("Cache-Control", "no-cache")
                    .with("ETag", "\"" + Digests.sha256(text).hex().substring(0, TAG_LENGTH) + "\""));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
