package org.provgate.local.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// Serves the page and the interface. The port is taken at once, and answers when the gate is ready.
public final class ConsoleServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConsoleServer.class.getName());

    private static final String LOOPBACK = "127.0.0.1";

    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("gate-console-", 1).daemon().factory());

    private ConsoleServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /// @throws IOException when the port is taken
    public static ConsoleServer bind(int port) throws IOException {
        // Otherwise a short answer waits for an acknowledgement that the other side delays.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new ConsoleServer(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port), 0));
    }

    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/");
    }

    public void serve(Ledger ledger, ObjectStore store, Tokens tokens) {
        Lookups lookups = new Lookups(ledger, store);
        String page = page();
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isPage = exchange.getRequestURI().getPath().equals("/");
                send(exchange, isPage ? new Answer(200, "text/html; charset=utf-8", page) : notThere());
            }
        });
        server.createContext("/api", exchange -> {
            try (exchange) {
                send(exchange, api(exchange, lookups, tokens));
            }
        });
        server.start();
    }

    private static Answer api(HttpExchange exchange, Lookups lookups, Tokens tokens) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return Answer.problem(405, "Not allowed", "this interface can only be read");
        }
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        Optional<Tokens.Visitor> visitor = tokens.visitor(authorization);
        if (visitor.isEmpty()) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return Answer.problem(401, "No token", "a request bears a token: Authorization: Bearer TOKEN");
        }
        try {
            URI uri = exchange.getRequestURI();
            List<String> path = Lookups.segments(uri.getRawPath());
            return lookups.answer(path.subList(1, path.size()), query(uri), visitor.get());
        } catch (IllegalArgumentException odd) {
            return Answer.problem(400, "Not understood", "the address is not encoded as addresses are");
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "a request could not be answered", fault);
            return Answer.problem(500, "Fault", "the gate could not answer; its log says why");
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static Answer notThere() {
        return Answer.problem(404, "Not found", "the console is at /, the interface below /api");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.mediaType());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String page() {
        try (InputStream page = ConsoleServer.class.getResourceAsStream("console.html")) {
            if (page == null) {
                throw new IllegalStateException("the console's page was not built in");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
