package org.provgate.testkit.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The side of Lambda that a function's process talks to: hands out events and takes the answers.
public final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final int DEADLINE_MILLIS = 900_000;

    /// @param path under which it came: `invocation/1/response`, `invocation/1/error`, `init/error`
    public record Answer(String path, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final InstantSource clock;

    private RuntimeApi(HttpServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    public static RuntimeApi start(InstantSource clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server, clock);
        server.setExecutor(api.threads);
        server.createContext(VERSION, api::handle);
        server.start();
        return api;
    }

    /// As the variable `AWS_LAMBDA_RUNTIME_API` gives it.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Whether the function has started and asked for its first event in time.
    public boolean isReady(int seconds) throws InterruptedException {
        return ready.await(seconds, TimeUnit.SECONDS);
    }

    public void send(byte[] event) {
        events.add(event);
    }

    /// The next answer, or a complaint with the path `none` when there is none in time.
    public Answer answer(int seconds) throws InterruptedException {
        Answer answer = answers.poll(seconds, TimeUnit.SECONDS);
        return answer == null ? new Answer("none", "no answer within " + seconds + " seconds") : answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(VERSION.length());
        if (path.equals("invocation/next")) {
            next(exchange);
        } else if (path.equals("restore/next")) {
            // A snapshot is taken here and restored from at once.
            exchange.sendResponseHeaders(200, -1);
        } else {
            answers.add(new Answer(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(202, -1);
        }
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        byte[] event;
        ready.countDown();
        try {
            event = events.take();
        } catch (InterruptedException over) {
            throw new UncheckedIOException(new IOException(over));
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", Integer.toString(requests.incrementAndGet()));
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(clock.millis() + DEADLINE_MILLIS));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-central-1:111122223333:function:provgate:live");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
