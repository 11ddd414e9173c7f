package org.provgate.local.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.provgate.formats.http.ApiAnswer;

/// Serves the console and the interface, both from one function. The port is taken at once, and answers when the gate
/// is ready.
public final class ConsoleServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConsoleServer.class.getName());

    private static final String LOOPBACK = "127.0.0.1";

    private static final int THREADS = 4;

    private static final int NOT_MODIFIED = 304;

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

    /// @param api the function that answers everything
    public void serve(RequestStreamHandler api, Context context, Tokens tokens) {
        Gateway gateway = new Gateway(api, context, tokens);
        server.createContext("/", exchange -> {
            try (exchange) {
                send(exchange, gateway.answer(exchange));
            } catch (RuntimeException fault) {
                LOG.log(Level.ERROR, "a request could not be answered", fault);
            }
        });
        server.start();
    }

    private static void send(HttpExchange exchange, ApiAnswer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD") || answer.status() == NOT_MODIFIED;
        exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
