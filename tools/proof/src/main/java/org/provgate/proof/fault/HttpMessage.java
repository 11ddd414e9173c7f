package org.provgate.proof.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One request or one answer, as its bytes came.
final class HttpMessage {

    private static final int LONGEST_HEAD = 128 * 1024;

    private static final List<String> OF_ONE_HOP = List.of("connection:", "expect:", "keep-alive:");

    /// With the empty line at its end.
    private final String head;

    private final byte[] body;

    private HttpMessage(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /// Nothing more is read than the message.
    ///
    /// @param bodyless whether no body follows, whatever the head says: the answer to a HEAD
    static HttpMessage read(InputStream in, boolean bodyless) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new EOFException("no message");
            }
            head.write(next);
            last = last << 8 | next;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return new HttpMessage(text, bodyless || isBodyless(text) ? new byte[0] : body(in, text));
    }

    /// The head, with what follows it.
    HttpMessage withBodyOf(InputStream in) throws IOException {
        return new HttpMessage(head, body(in, head));
    }

    private static boolean isBodyless(String head) {
        return head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304");
    }

    private static byte[] body(InputStream in, String head) throws IOException {
        if (header(head, "transfer-encoding").equals("chunked")) {
            return chunked(in);
        }
        String length = header(head, "content-length");
        if (length.isEmpty()) {
            return new byte[0];
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException("half a body");
        }
        return body;
    }

    /// The pieces with their lengths, as they came.
    private static byte[] chunked(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            String line = line(in, all);
            length = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            all.write(in.readNBytes(length));
            line(in, all);
        } while (length > 0);
        return all.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream all) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            all.write(next);
            line.append((char) next);
            next = in.read();
        }
        all.write('\n');
        return line.toString();
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    boolean asksForHead() {
        return head.startsWith("HEAD ");
    }

    boolean waitsForConsent() {
        return header(head, "expect").startsWith("100-");
    }

    /// The same on a connection that ends with it.
    byte[] bytes() {
        StringBuilder lines = new StringBuilder();
        head.lines()
                .filter(line -> !line.isEmpty())
                .filter(line -> OF_ONE_HOP.stream().noneMatch(line.toLowerCase(Locale.ROOT)::startsWith))
                .forEach(line -> lines.append(line).append("\r\n"));
        lines.append("Connection: close\r\n\r\n");
        byte[] start = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start);
        all.writeBytes(body);
        return all.toByteArray();
    }
}
