package org.provgate.embedded;

import com.robothy.netty.http.HttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// The bytes of an upload as they were before the client cut them into signed pieces, compared with the checksums
/// that came along, in headers or after the last piece.
sealed interface UploadBody {

    record Whole(HttpRequest request) implements UploadBody {}

    record Broken(String code, String message) implements UploadBody {}

    String CHECKSUM = "x-amz-checksum-";

    Set<String> OF_THE_PIECES = Set.of("x-amz-content-sha256", "content-length", "content-encoding");

    static UploadBody of(HttpRequest request) {
        Map<String, String> checksums = new TreeMap<>();
        request.getHeaders().forEach((name, value) -> note(checksums, name.toString(), value));
        boolean pieces =
                request.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-") && request.getBody() != null;
        HttpRequest whole;
        try {
            whole = pieces ? joined(request, checksums) : request;
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            return new Broken("IncompleteBody", "The request body terminated unexpectedly");
        }
        boolean right = !request.getMethod().equals(HttpMethod.PUT)
                || request.getBody() == null
                || checksums.entrySet().stream().allMatch(sum -> agrees(sum.getKey(), sum.getValue(), whole.getBody()));
        return right
                ? new Whole(whole)
                : new Broken("BadDigest", "The checksum you specified did not match what was received");
    }

    // The router's own map of headers; its names are strings.
    @SuppressWarnings("UndefinedEquals")
    private static HttpRequest joined(HttpRequest request, Map<String, String> checksums) {
        ByteBuf in = request.getBody().duplicate();
        CompositeByteBuf joined = Unpooled.compositeBuffer(Integer.MAX_VALUE);
        int size;
        do {
            size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (size < 0) {
                throw new IllegalArgumentException("a piece of " + size + " bytes");
            }
            if (size > 0) {
                // Borrowed: the request's own body is released when the request is answered.
                joined.addComponent(true, Unpooled.unreleasableBuffer(in.slice(in.readerIndex(), size)));
                in.skipBytes(size);
                line(in);
            }
        } while (size > 0);
        while (in.isReadable()) {
            String trailer = line(in);
            int colon = trailer.indexOf(':');
            if (colon > 0) {
                note(checksums, trailer.substring(0, colon), trailer.substring(colon + 1));
            }
        }
        Map<CharSequence, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach((name, value) -> {
            if (!OF_THE_PIECES.contains(lower(name.toString()))) {
                headers.put(name, value);
            }
        });
        headers.put("content-length", String.valueOf(joined.readableBytes()));
        return HttpRequest.builder()
                .headers(headers)
                .params(request.getParams())
                .path(request.getPath())
                .uri(request.getUri())
                .method(request.getMethod())
                .httpVersion(request.getHttpVersion())
                .body(joined)
                .build();
    }

    private static String line(ByteBuf in) {
        int length = in.bytesBefore((byte) '\n');
        return in.readCharSequence(length < 0 ? in.readableBytes() : length + 1, StandardCharsets.ISO_8859_1)
                .toString()
                .stripTrailing();
    }

    private static void note(Map<String, String> checksums, String name, String value) {
        if (lower(name).startsWith(CHECKSUM)) {
            checksums.put(lower(name).substring(CHECKSUM.length()), value.strip());
        }
    }

    private static boolean agrees(String algorithm, String stated, ByteBuf body) {
        byte[] found = switch (algorithm) {
            case "crc32" -> crc(new CRC32(), body);
            case "crc32c" -> crc(new CRC32C(), body);
            case "sha1" -> digest("SHA-1", body);
            case "sha256" -> digest("SHA-256", body);
            default -> new byte[0];
        };
        return found.length == 0 || Base64.getEncoder().encodeToString(found).equals(stated);
    }

    private static byte[] crc(Checksum checksum, ByteBuf body) {
        for (ByteBuffer bytes : body.nioBuffers()) {
            checksum.update(bytes);
        }
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] digest(String algorithm, ByteBuf body) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (ByteBuffer bytes : body.nioBuffers()) {
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
