package org.provgate.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.testkit.wait.Eventually;
import tools.jackson.databind.JsonNode;

/// One page, used as a person uses it: with a mouse, a keyboard and eyes.
final class Tab implements AutoCloseable {

    private static final int HEIGHT = 900;

    private final Chromium browser;
    private final String target;
    private final String session;

    Tab(Chromium browser, String target, String session) {
        this.browser = browser;
        this.target = target;
        this.session = session;
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        size(1280);
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return browser.call(session, method, parameters);
    }

    void go(String address) {
        call("Page.navigate", Map.of("url", address));
    }

    void size(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    JsonNode run(String script) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    boolean is(String condition) {
        return run("Boolean(" + condition + ")").booleanValue();
    }

    /// Waits until a condition of the page holds.
    void until(String condition) {
        try {
            Eventually.holds(
                    condition, () -> is("(() => { try { return " + condition + "; } catch { return false; } })()"));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; the page shows: " + text("body"), late);
        }
    }

    void untilShown(String selector, String text) {
        until("[...document.querySelectorAll(" + quoted(selector) + ")].some(one => one.innerText.includes("
                + quoted(text) + "))");
    }

    String text(String selector) {
        return run("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .asString("");
    }

    void click(String selector) {
        clickFirst("document.querySelector(" + quoted(selector) + ")");
    }

    /// Clicks whatever says so.
    void clickText(String selector, String text) {
        clickFirst("[...document.querySelectorAll(" + quoted(selector) + ")].find(one => one.innerText.includes("
                + quoted(text) + "))");
    }

    /// Once the view is complete, so that nothing moves away under the mouse.
    private void clickFirst(String element) {
        until("!document.querySelector('[aria-busy]') && " + element);
        JsonNode at =
                run("(() => { const one = " + element + "; one.scrollIntoView({block: 'center', behavior: 'instant'});"
                        + " const box = one.getBoundingClientRect();"
                        + " return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            Map<String, Object> event = new TreeMap<>(Map.of("type", type, "button", "left", "clickCount", 1));
            event.put("x", at.path("x").doubleValue());
            event.put("y", at.path("y").doubleValue());
            call("Input.dispatchMouseEvent", event);
        }
    }

    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            key.equals("Enter") && type.equals("keyDown") ? "\r" : ""));
        }
    }

    /// The whole page as a picture.
    void picture(Path file) {
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        JsonNode shot = call(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x", 0,
                                "y", 0,
                                "width", size.path("width").doubleValue(),
                                "height", Math.min(4000, size.path("height").doubleValue()),
                                "scale", 1)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(shot.path("data").asString("")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// What axe holds against the page.
    List<String> barriers() {
        if (!is("window.axe")) {
            run(axe() + ";true");
        }
        List<String> found = new ArrayList<>();
        run("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(one =>"
                        + " one.nodes.map(node => one.id + ' (' + one.impact + '): ' + node.target + ' – '"
                        + " + node.failureSummary)))")
                .values()
                .forEach(one -> found.add(one.asString("")));
        return found;
    }

    private static String axe() {
        try (InputStream script = Tab.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Optional.ofNullable(script)
                            .orElseThrow(() -> new IllegalStateException("axe is not on the class path"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Faults of scripts, and what the page's policy had to stop.
    List<String> complaints() {
        return browser.events(session)
                .filter(event -> event.method().equals("Runtime.exceptionThrown")
                        || (event.method().equals("Log.entryAdded")
                                && event.parameters()
                                        .at("/entry/level")
                                        .asString("")
                                        .equals("error")
                                && !event.parameters()
                                        .at("/entry/source")
                                        .asString("")
                                        .equals("network")))
                .map(event -> event.parameters().toString())
                .toList();
    }

    /// Whether the page is wider than the window, so that people have to push it about.
    boolean isTooWide() {
        return is("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    @Override
    public void close() {
        browser.call("", "Target.closeTarget", Map.of("targetId", target));
    }
}
