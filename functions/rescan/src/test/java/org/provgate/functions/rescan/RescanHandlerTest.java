package org.provgate.functions.rescan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.FindArrivals.Found;
import org.provgate.usecases.gate.InspectObject.Outcome;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.gate.Sweep.Fault;
import org.provgate.usecases.gate.Sweep.Swept;
import org.provgate.usecases.port.UncheckedStoreException;

class RescanHandlerTest {

    private final List<String> inspected = new ArrayList<>();
    private Swept swept = new Swept(2, 1, List.of(), true);
    private int millisLeft = 900_000;

    @Test
    void whatIsOverdueIsLookedAfter() throws IOException {
        assertThat(handle("rescan-overdue.json"))
                .isEqualTo("{\"scope\":\"overdue\",\"decided\":2,\"placed\":1,\"finished\":true}");
    }

    @Test
    void aSubmissionThatCannotBeLookedAfterIsHeardOf() {
        swept = new Swept(
                2,
                1,
                List.of(new Fault(
                        new SubmissionName("ada", "tides", "r1"), new UncheckedStoreException("could not read"))),
                true);

        assertThatThrownBy(() -> handle("rescan-overdue.json"))
                .hasMessage("1 overdue submissions could not be looked after");
    }

    @Test
    void theBacklogIsTakenInPageByPage() throws IOException {
        assertThat(handle("rescan-backlog.json"))
                .isEqualTo("{\"scope\":\"backlog\",\"prefix\":\"ada/\",\"looked\":2007,\"found\":3,\"failed\":0,"
                        + "\"finished\":true,\"next\":\"\"}");
        assertThat(inspected).containsExactly("a", "b", "c");
    }

    @Test
    void whenTimeIsOverThePageBegunIsTheNext() throws IOException {
        millisLeft = 1_000;

        assertThat(handle("rescan-backlog.json"))
                .as("the first page, not the end")
                .contains("\"finished\":false,\"next\":\"\"");
        assertThat(inspected).as("each call gets on by one at least").containsExactly("a");
    }

    @Test
    void aCallGoesOnWhereTheOneBeforeEnded() throws IOException {
        String answer = answer("{\"scope\": \"backlog\", \"after\": \"page 3\", \"failed\": 4}".getBytes(UTF_8));

        assertThat(answer).contains("\"found\":1,\"failed\":4,\"finished\":true");
        assertThat(inspected).containsExactly("c");
    }

    @Test
    void anObjectThatCannotBeTakenInDoesNotStopTheOthers() throws IOException {
        assertThat(answer(
                        "{\"scope\": \"backlog\"}".getBytes(UTF_8),
                        new RescanHandler(
                                _ -> swept, (_, after) -> page(after), this::inspectAllButB, RunStepsTest.steps())))
                .contains("\"found\":3,\"failed\":1,\"finished\":true");
        assertThat(inspected).containsExactly("a", "c");
    }

    @Test
    void anotherScopeIsRefused() {
        assertThatThrownBy(() -> answer("{\"scope\": \"everything\"}".getBytes(UTF_8)))
                .hasMessage("a rescan has no scope everything");
    }

    private Outcome inspect(Notice notice) {
        inspected.add(notice.key());
        return Outcome.RECORDED;
    }

    private Outcome inspectAllButB(Notice notice) {
        if (notice.key().equals("b")) {
            throw new UncheckedStoreException("could not open b");
        }
        return inspect(notice);
    }

    private static Found page(String after) {
        return switch (after) {
            case "" -> new Found(List.of(notice("a"), notice("b")), 1000, "page 2");
            case "page 2" -> new Found(List.of(), 1000, "page 3");
            default -> new Found(List.of(notice("c")), 7, "");
        };
    }

    private static Notice notice(String key) {
        return new Notice(key, "v1", "", Notice.Kind.CREATED);
    }

    private String handle(String event) throws IOException {
        return answer(Files.readAllBytes(Path.of("..", "..", "events", event)));
    }

    private String answer(byte[] event) throws IOException {
        return answer(
                event, new RescanHandler(_ -> swept, (_, after) -> page(after), this::inspect, RunStepsTest.steps()));
    }

    private String answer(byte[] event, RescanHandler handler) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, context());
        return answer.toString(UTF_8);
    }

    /// Knows how much time is left, and nothing else.
    private Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> millisLeft);
    }
}
