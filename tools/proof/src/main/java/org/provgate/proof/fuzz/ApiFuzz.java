package org.provgate.proof.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.formats.http.ApiRequest;
import org.provgate.functions.api.ApiHandler;
import org.provgate.local.pipeline.Invocation;

/// A request: a line with method and address, lines of headers, an empty line, a body. An odd number of bytes is asked
/// by an operator, an even one by a contributor.
///
/// Nobody is ever told of a fault of ours, however odd the question, and a contributor learns nothing of others.
final class ApiFuzz implements Reader {

    private static final String STRANGER = "stranger-of-whom-nobody-hears";

    private static final Map<String, String> OPERATOR =
            Map.of("cognito:groups", "[provgate-operators]", "cognito:username", "grace");

    private static final Map<String, String> CONTRIBUTOR =
            Map.of("cognito:groups", "[provgate-contributor-demo]", "cognito:username", "demo");

    private static final int FAULT = 500;

    private final ApiHandler handler;

    ApiFuzz() {
        SmallGate gate = SmallGate.inMemory();
        gate.submit("demo/seed/r1");
        gate.submit(STRANGER + "/seed/r1");
        this.handler = new ApiHandler(gate.wiring());
    }

    @Override
    public void read(byte[] input) {
        boolean operator = input.length % 2 == 1;
        ApiAnswer answer = ApiAnswer.read(
                ask(request(new String(input, StandardCharsets.UTF_8), operator).event()));
        if (answer.status() < 200 || answer.status() >= FAULT) {
            throw new IllegalStateException("answered with " + answer);
        }
        if (!operator && answer.body().contains(STRANGER) && !contains(input)) {
            throw new IllegalStateException("a contributor is told of another: " + answer);
        }
    }

    private static boolean contains(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).contains("stranger");
    }

    private static ApiRequest request(String text, boolean operator) {
        String[] parts = text.split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        String[] asked = lines[0].split(" ", 2);
        String address = "/api" + (asked.length > 1 ? asked[1] : "");
        int question = address.indexOf('?');
        SortedMap<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0], header.length > 1 ? header[1].strip() : "");
        }
        return new ApiRequest(
                asked[0].isEmpty() ? "GET" : asked[0],
                question < 0 ? address : address.substring(0, question),
                question < 0 ? "" : address.substring(question + 1),
                headers,
                parts.length > 1 ? parts[1] : "",
                new TreeMap<>(operator ? OPERATOR : CONTRIBUTOR));
    }

    private byte[] ask(byte[] event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, Invocation.of("api"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return answer.toByteArray();
    }
}
