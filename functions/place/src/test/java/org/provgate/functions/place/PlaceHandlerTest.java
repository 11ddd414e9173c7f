package org.provgate.functions.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.PlaceObjects.Outcome;
import org.provgate.usecases.port.UncheckedStoreException;

class PlaceHandlerTest {

    private static final SubmissionName TIDES = new SubmissionName("ada", "tides", "r1");
    private static final SubmissionName ENGINES = new SubmissionName("mary", "engines", "r1");

    private final List<SubmissionName> placed = new ArrayList<>();

    @Test
    void newVerdictsAndOperatorsWordsArePlaced() throws IOException {
        String answer = handle(this::record, 900_000);

        // Tides has a verdict, engines was rejected; stars only says that all is placed.
        assertThat(placed).containsExactly(TIDES, ENGINES);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void whatSomebodyElseWroteToIsLookedAtAgain() throws IOException {
        String answer = handle(
                (name, timeLeft) -> {
                    record(name, timeLeft);
                    return placed.size() < 3 ? Outcome.UNFINISHED : Outcome.PLACED;
                },
                900_000);

        assertThat(placed).containsExactly(TIDES, TIDES, TIDES, ENGINES);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void whatStaysUnfinishedComesAgain() throws IOException {
        String answer = handle(
                (name, timeLeft) -> {
                    record(name, timeLeft);
                    return name.equals(TIDES) ? Outcome.UNFINISHED : Outcome.PLACED;
                },
                900_000);

        assertThat(placed)
                .as("but not for ever, and not before the others")
                .hasSizeBetween(3, 10)
                .endsWith(ENGINES);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000063\"}]}");
    }

    @Test
    void aFaultComesAgainFromItsPlace() throws IOException {
        String answer = handle(
                (name, timeLeft) -> {
                    if (name.equals(ENGINES)) {
                        throw new UncheckedStoreException("could not copy it");
                    }
                    return record(name, timeLeft);
                },
                900_000);

        assertThat(placed).containsExactly(TIDES);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000077\"}]}");
    }

    @Test
    void withoutTimeNothingIsBegun() throws IOException {
        String answer = handle(this::record, 1_000);

        assertThat(placed).isEmpty();
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000063\"}]}");
    }

    private Outcome record(SubmissionName name, BooleanSupplier timeLeft) {
        assertThat(timeLeft.getAsBoolean()).isTrue();
        placed.add(name);
        return Outcome.PLACED;
    }

    private static String handle(BiFunction<SubmissionName, BooleanSupplier, Outcome> place, int millis)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (InputStream event = Files.newInputStream(Path.of("..", "..", "events", "place-verdict-written.json"))) {
            new PlaceHandler(place).handleRequest(event, answer, context(millis));
        }
        return answer.toString(UTF_8);
    }

    /// Knows how much time is left, and nothing else.
    private static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> millis);
    }
}
