package org.provgate.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser without a screen, spoken to as its own developer tools do.
final class Chromium implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();

    /// @param session of the tab that it is about; empty for the browser
    record Event(String session, String method, JsonNode parameters) {}

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// The program, where there is one.
    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param profile an empty folder for all that a browser writes
    static Chromium start(Path program, Path profile) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--no-first-run",
                            "--force-color-profile=srgb",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, address(process));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        CompletableFuture<URI> found = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("chromium-says").start(() -> {
            // Read to the end, or the browser stops when the pipe is full.
            try (lines) {
                for (String line : (Iterable<String>) lines.lines()::iterator) {
                    if (line.startsWith(LISTENING)) {
                        found.complete(URI.create(line.substring(LISTENING.length())));
                    }
                }
            } catch (IOException | UncheckedIOException ended) {
                found.completeExceptionally(ended);
            }
            found.completeExceptionally(new IOException("the browser ended"));
        });
        return found.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    Tab open() {
        String target = call("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString("");
        String session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString("");
        return new Tab(this, target, session);
    }

    JsonNode call(String session, String method, Map<String, Object> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        try {
            JsonNode found = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (found.has("error")) {
                throw new AssertionError(method + ": " + found.path("error"));
            }
            return found.path("result");
        } catch (ExecutionException | TimeoutException fault) {
            throw new AssertionError(method, fault);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method, enough);
        }
    }

    Stream<Event> events(String session) {
        return events.stream().filter(event -> event.session().equals(session));
    }

    /// Hears answers and events, which may come in pieces.
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            heard.append(piece);
            if (last) {
                JsonNode message = JSON.readTree(heard.toString());
                heard.setLength(0);
                take(message);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void take(JsonNode message) {
            if (message.has("id")) {
                Optional.ofNullable(waiting.remove(message.path("id").intValue()))
                        .ifPresent(answer -> answer.complete(message));
            } else {
                events.add(new Event(
                        message.path("sessionId").asString(""),
                        message.path("method").asString(""),
                        message.path("params")));
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        http.shutdownNow();
    }
}
