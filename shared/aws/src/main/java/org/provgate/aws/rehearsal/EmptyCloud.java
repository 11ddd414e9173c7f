package org.provgate.aws.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An AWS in which there is nothing, on this machine alone: every table is empty, every object missing.
final class EmptyCloud implements AutoCloseable {

    private static final int LONGEST_LINE = 16 * 1024;

    private final ServerSocket listening;

    private EmptyCloud(ServerSocket listening) {
        this.listening = listening;
    }

    static EmptyCloud open() throws IOException {
        EmptyCloud cloud = new EmptyCloud(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("empty-cloud").start(cloud::serve);
        return cloud;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
                answer(new BufferedInputStream(caller.getInputStream()), caller.getOutputStream());
            } catch (IOException _) {
                // Closed, or a caller that hung up; either way there is nothing to tell.
            }
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        boolean operation = false;
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            operation |= header.startsWith("x-amz-target:");
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            } else if (header.startsWith("expect:")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        in.readNBytes(length);
        out.write((operation
                        ? "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n"
                                + "Connection: close\r\n\r\n{}"
                        : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
