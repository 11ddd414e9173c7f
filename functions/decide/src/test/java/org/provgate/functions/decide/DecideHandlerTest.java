package org.provgate.functions.decide;

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
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.DecideSubmission.Outcome;
import org.provgate.usecases.port.UncheckedStoreException;

class DecideHandlerTest {

    private static final SubmissionName TIDES = new SubmissionName("ada", "tides", "r1");
    private static final SubmissionName ENGINES = new SubmissionName("mary", "engines", "r1");
    private static final SubmissionName WAVES = new SubmissionName("ada", "waves", "r1");
    private static final SubmissionName STARS = new SubmissionName("grace", "stars", "r2");

    private final List<SubmissionName> decided = new ArrayList<>();

    @Test
    void eachSubmissionWithNewFactsIsDecidedOnceInTheOrderOfTheStream() throws IOException {
        String answer = handle(this::record, 60_000);

        // That stars' object was moved is no news; the waiver, which comes later, is. So is a replaced version that
        // waves
        // had not seen, and that looms' replaced version was moved is not.
        assertThat(decided).containsExactly(TIDES, ENGINES, STARS, WAVES);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void theBatchComesAgainFromTheFirstThatFailed() throws IOException {
        String answer = handle(
                name -> {
                    record(name);
                    if (name.equals(ENGINES) || name.equals(STARS)) {
                        throw new UncheckedStoreException("could not read the ledger");
                    }
                    return Outcome.DECIDED;
                },
                60_000);

        assertThat(decided).as("one fault does not keep the others waiting").contains(STARS);
        assertThat(answer)
                .as("where engines' object was withdrawn")
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000035\"}]}");
    }

    @Test
    void whatASweepWillDecideDoesNotHoldUpTheStream() throws IOException {
        List<SubmissionName> putOff = new ArrayList<>();

        String answer = handle(
                name -> {
                    throw new UncheckedStoreException("the policy cannot be read");
                },
                name -> putOff.add(name) && !name.equals(STARS),
                60_000);

        assertThat(putOff).containsExactly(TIDES, ENGINES, STARS, WAVES);
        assertThat(answer)
                .as("only what could not be put off comes again")
                .contains("itemIdentifier")
                .hasSameSizeAs("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000035\"}]}");
    }

    @Test
    void whatThereIsNoTimeForComesAgain() throws IOException {
        String answer = handle(this::record, 1_000);

        assertThat(decided).isEmpty();
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111100000000001000000014\"}]}");
    }

    private Outcome record(SubmissionName name) {
        decided.add(name);
        return Outcome.WAITING;
    }

    private static String handle(Function<SubmissionName, Outcome> decide, int millis) throws IOException {
        return handle(decide, _ -> false, millis);
    }

    private static String handle(Function<SubmissionName, Outcome> decide, Predicate<SubmissionName> putOff, int millis)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (InputStream event = Files.newInputStream(Path.of("..", "..", "events", "decide-facts-changed.json"))) {
            new DecideHandler(decide, putOff).handleRequest(event, answer, context(millis));
        }
        return answer.toString(UTF_8);
    }

    /// Knows how much time is left, and nothing else.
    private static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> millis);
    }
}
