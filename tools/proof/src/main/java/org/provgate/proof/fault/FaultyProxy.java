package org.provgate.proof.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Stands before a server and lets some requests come to grief, the more the worse the weather. The draws are those of
/// a seed; which request meets which is the scheduler's doing.
final class FaultyProxy implements AutoCloseable {

    private static final int SILENCE_MILLIS = 30_000;

    private final ServerSocket door;
    private final URI server;
    private final SplittableRandom random;
    private final int inHundred;
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);

    private FaultyProxy(ServerSocket door, URI server, long seed, int inHundred) {
        this.door = door;
        this.server = server;
        this.random = new SplittableRandom(seed);
        this.inHundred = inHundred;
    }

    static FaultyProxy before(URI server, long seed, int inHundred) throws IOException {
        FaultyProxy proxy =
                new FaultyProxy(new ServerSocket(0, 128, InetAddress.ofLiteral("127.0.0.1")), server, seed, inHundred);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// How many requests met what.
    Map<Fault, Integer> met() {
        synchronized (met) {
            return new EnumMap<>(met);
        }
    }

    private Fault draw() {
        synchronized (met) {
            Fault fault = Fault.draw(random, inHundred);
            met.merge(fault, 1, Integer::sum);
            return fault;
        }
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(SILENCE_MILLIS);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            HttpMessage request = request(in, out);
            carry(request, draw(), out);
            out.flush();
        } catch (IOException | InterruptedException cut) {
            if (cut instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static HttpMessage request(InputStream in, OutputStream out) throws IOException {
        HttpMessage head = HttpMessage.read(in, true);
        if (head.waitsForConsent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return head.withBodyOf(in);
    }

    private void carry(HttpMessage request, Fault fault, OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> out.write(answer(request));
            case LATE -> {
                TimeUnit.MILLISECONDS.sleep(200);
                out.write(answer(request));
            }
            case UNAVAILABLE -> out.write(refusal("503 Slow Down", "SlowDown"));
            case BROKEN -> out.write(refusal("500 Internal Server Error", "InternalError"));
            case PRECONDITION -> out.write(refusal("412 Precondition Failed", "PreconditionFailed"));
            case CUT_BEFORE -> {}
            case CUT_AFTER -> answer(request);
            case CUT_MIDWAY -> {
                byte[] whole = answer(request);
                out.write(Arrays.copyOf(whole, whole.length / 2));
            }
        }
    }

    private byte[] answer(HttpMessage request) throws IOException {
        try (Socket connection = new Socket(server.getHost(), server.getPort())) {
            connection.setSoTimeout(SILENCE_MILLIS);
            connection.getOutputStream().write(request.bytes());
            connection.getOutputStream().flush();
            return HttpMessage.read(connection.getInputStream(), request.asksForHead())
                    .bytes();
        }
    }

    private static byte[] refusal(String status, String code) {
        String body = "<Error><Code>%s</Code><Message>drawn</Message></Error>".formatted(code);
        return "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            throw new IllegalStateException("the door does not close", gone);
        }
    }
}
