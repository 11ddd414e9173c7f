package org.provgate.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.formats.http.ApiRequest;

/// The console's page and parts, as they are sent and as they are written.
class ConsolePagesTest {

    /// What turns text into markup or into a program, or remembers something.
    private static final Pattern DANGEROUS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|setHTML|createContextualFragment"
                    + "|\\beval\\(|new Function|javascript:|localStorage|document\\.cookie|indexedDB");

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=");

    private final Hub hub = new Hub();

    private ApiAnswer ask(String method, String path, Map<String, String> headers) {
        ApiRequest request = new ApiRequest(method, path, "", new TreeMap<>(headers), "", new TreeMap<>());
        return ApiAnswer.read(hub.handle(request.event()));
    }

    private ApiAnswer get(String path) {
        return ask("GET", path, Map.of());
    }

    private static List<Path> parts() {
        try {
            URI folder =
                    ConsolePages.class.getResource("console/index.html").toURI().resolve(".");
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                return files.sorted().toList();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void thePageNeedsNoTokenAndMayRunItsOwnScriptsAlone() {
        ApiAnswer page = get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Provenance Gate</title>");
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer");
        assertThat(page.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "trusted-types 'none'")
                .doesNotContain("unsafe", "data:", "*");
    }

    @Test
    void everyPartIsServedWithItsType() throws IOException {
        assertThat(parts()).hasSizeGreaterThan(10);
        for (Path part : parts()) {
            String name = part.getFileName().toString();
            if (!name.equals("index.html")) {
                ApiAnswer answer = get("/console/" + name);
                assertThat(answer.status()).as(name).isEqualTo(200);
                assertThat(answer.body()).as(name).isEqualTo(Files.readString(part));
                assertThat(answer.headers().get("Content-Type"))
                        .as(name)
                        .startsWith(
                                name.endsWith(".js")
                                        ? "text/javascript"
                                        : name.endsWith(".css") ? "text/css" : "image/svg+xml");
            }
        }
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String tag = get("/console/page.js").headers().get("ETag");

        ApiAnswer again = ask("GET", "/console/page.js", Map.of("If-None-Match", tag));
        ApiAnswer other = ask("GET", "/console/page.js", Map.of("If-None-Match", "\"other\""));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
        assertThat(ask("HEAD", "/", Map.of()).body()).isEmpty();
        assertThat(ask("POST", "/", Map.of()).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/index.html",
                "/console/../openapi.json",
                "/console/..%2fopenapi.json",
                "/console//page.js",
                "/console/none.js",
                "/console/PAGE.js",
                "/console/page.js/",
                "/console/.js",
                "/elsewhere",
                "/apiary",
                "//",
                ""
            })
    void nothingElseIsServed(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void noPartTurnsTextIntoMarkupOrKeepsWhatItNeedNot() throws IOException {
        for (Path part : parts()) {
            String text = Files.readString(part);
            assertThat(DANGEROUS.matcher(text).results().map(found -> found.group()))
                    .as(part.getFileName().toString())
                    .isEmpty();
            if (part.toString().endsWith(".html")) {
                assertThat(INLINE.matcher(text).find()).isFalse();
            }
        }
    }

    @Test
    void noPartIsTooLongToRead() throws IOException {
        for (Path part : parts()) {
            assertThat(Files.readAllLines(part))
                    .as(part.getFileName().toString())
                    .hasSizeLessThanOrEqualTo(350);
        }
    }
}
