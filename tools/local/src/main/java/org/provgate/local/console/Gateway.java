package org.provgate.local.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.formats.http.ApiAnswer;
import org.provgate.formats.http.ApiRequest;

/// Hands requests to the function as API Gateway does, tokens checked.
final class Gateway {

    /// What API Gateway takes.
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final RequestStreamHandler function;
    private final Context context;
    private final Tokens tokens;

    Gateway(RequestStreamHandler function, Context context, Tokens tokens) {
        this.function = function;
        this.context = context;
        this.tokens = tokens;
    }

    ApiAnswer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        SortedMap<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        // The function's answer is unpacked here; on one machine that is no loss.
        headers.put("Accept-Encoding", "gzip");
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        ApiRequest request = new ApiRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                new String(body, StandardCharsets.UTF_8),
                tokens.claims(authorization));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(request.event()), answer, context);
        return ApiAnswer.read(answer.toByteArray());
    }
}
