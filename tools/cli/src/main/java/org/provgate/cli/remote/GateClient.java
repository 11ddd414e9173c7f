package org.provgate.cli.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.provgate.cli.CannotRunException;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.CaseText;

/// Asks the interface of a gate.
public final class GateClient implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    /// A verb bears a key, so asking again does nothing twice.
    private static final int ATTEMPTS = 3;

    private static final int OK = 200;

    /// Written down; somebody else has to confirm it.
    private static final int ACCEPTED = 202;

    /// More ask at once than the installation lets in.
    private static final int TOO_MANY = 429;

    private static final int UNAUTHORISED = 401;
    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;
    private static final int PRECONDITION_REQUIRED = 428;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final URI api;
    private final String token;

    private GateClient(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    /// @param address as it was typed
    public static GateClient of(String address, String token) {
        if (address.isEmpty()) {
            throw new CannotRunException(
                    "no gate is named; --api URL or PROVGATE_API names one (`provgate local` prints its own)");
        }
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new CannotRunException("no token is given; --token TOKEN or PROVGATE_TOKEN does");
        }
        try {
            URI api = URI.create(address.endsWith("/") ? address : address + "/");
            if (api.getHost() != null && ("http".equals(api.getScheme()) || "https".equals(api.getScheme()))) {
                return new GateClient(api, token);
            }
        } catch (IllegalArgumentException form) {
            throw new CannotRunException("--api takes an address, not \"%s\"".formatted(address), form);
        }
        throw new CannotRunException("--api takes an address with http:// or https://, not \"%s\"".formatted(address));
    }

    /// Where people read about a submission, its report and its history: the console stands beside the interface.
    public URI page(SubmissionName name) {
        return URI.create(api.resolve("..").toString() + "#/submissions/" + name);
    }

    /// What a gate answered.
    public sealed interface Reply {

        record Done(String body) implements Reply {}

        /// It understood, and says no.
        record Refused(String sentence) implements Reply {}
    }

    /// @param path below the interface's address, encoded
    public Reply get(String path) {
        return replied(sent(request(path).GET()));
    }

    public Reply post(String path, String body) {
        return post(path, "application/json", body);
    }

    public Reply postYaml(String path, String body) {
        return post(path, "application/yaml", body);
    }

    public Reply putYaml(String path, String body) {
        return replied(
                sent(request(path).header("Content-Type", "application/yaml").PUT(BodyPublishers.ofString(body))));
    }

    private Reply post(String path, String type, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        return replied(sent(request));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != TOO_MANY || attempt == ATTEMPTS) {
                    return answer;
                }
                if (new CountDownLatch(1).await(attempt, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody counts down");
                }
            } catch (IOException fault) {
                if (attempt == ATTEMPTS) {
                    throw new CannotRunException(
                            "the gate at %s cannot be reached: %s".formatted(api, reason(fault)), fault);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CannotRunException("stopped", stopped);
            }
        }
    }

    private static String reason(IOException fault) {
        String message = fault.getMessage();
        return message == null ? "nobody answers" : message;
    }

    private Reply replied(HttpResponse<String> answer) {
        String detail = CaseText.read(answer.body()).get("detail");
        return switch (answer.statusCode()) {
            case OK, ACCEPTED -> new Reply.Done(answer.body());
            case FORBIDDEN, ABSENT, CONFLICT, PRECONDITION_REQUIRED ->
                new Reply.Refused(detail.isEmpty() ? "the gate answered " + answer.statusCode() : detail);
            case UNAUTHORISED -> throw new CannotRunException("the gate at " + api + " does not know the token");
            default ->
                throw new CannotRunException("the gate at %s answered %d%s"
                        .formatted(api, answer.statusCode(), detail.isEmpty() ? "" : ": " + detail));
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
