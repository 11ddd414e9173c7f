package org.provgate.functions.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.provgate.usecases.gate.InspectObject.Outcome;
import org.provgate.usecases.gate.Notice;
import org.provgate.usecases.port.UncheckedStoreException;

class InspectHandlerTest {

    private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";
    private static final String FIRST = "2e1424d4-f796-459a-8184-9c92662be6da";
    private static final String SECOND = "059f36b4-87a3-44ab-83d2-661975830a7d";

    private final List<Notice> inspected = new ArrayList<>();

    @Test
    void everyRecordOfAMessageIsInspectedUnderItsDecodedKey() throws IOException {
        String answer = handle("inspect-object-created.json", this::record, "provgate-dataset", 900_000);

        assertThat(inspected)
                .containsExactly(
                        new Notice(
                                "ada/tides/r1/data/high water (ä+1)%.jsonl",
                                "096fKKXTRTtl3on89fVO.nfljtsv6qko", "0055AED6DCD90281E5", Notice.Kind.CREATED),
                        new Notice(
                                "ada/tides/r1/provenance.yaml",
                                "QUpfdndhfd8438MNFDN93jdnJFkdmqnh",
                                "0055AED6DCD90281E6",
                                Notice.Kind.CREATED));
        assertThat(answer).as("the test event of S3 is settled too").isEqualTo(NOTHING_AGAIN);
    }

    @Test
    void removalsAreNotices() throws IOException {
        String answer = handle("inspect-object-removed.json", this::record, "provgate-dataset", 900_000);

        assertThat(inspected)
                .extracting(Notice::key, Notice::kind)
                .containsExactly(
                        tuple("ada/tides/r1/data/a.jsonl", Notice.Kind.MARKED_DELETED),
                        tuple("ada/tides/r1/data/b.jsonl", Notice.Kind.REMOVED));
        assertThat(answer).isEqualTo(NOTHING_AGAIN);
    }

    @Test
    void otherBucketsAreIgnored() throws IOException {
        String answer = handle("inspect-object-created.json", this::record, "another-bucket", 900_000);

        assertThat(inspected).isEmpty();
        assertThat(answer).isEqualTo(NOTHING_AGAIN);
    }

    @Test
    void aFaultSendsItsMessageBackAndNoOther() throws IOException {
        String answer = handle(
                "inspect-object-removed.json",
                notice -> {
                    if (notice.kind() == Notice.Kind.MARKED_DELETED) {
                        throw new UncheckedStoreException("could not read the ledger");
                    }
                    return record(notice);
                },
                "provgate-dataset",
                900_000);

        assertThat(inspected).hasSize(1);
        assertThat(answer).isEqualTo(again("3c91f1a8-2b7e-4f0c-9d65-5b9a4f1f6a01"));
    }

    @Test
    void aMessageIsSettledOnlyWhenAllItsRecordsAre() throws IOException {
        String answer = handle(
                "inspect-object-created.json",
                notice -> {
                    if (notice.key().endsWith(".yaml")) {
                        throw new UncheckedStoreException("could not open it");
                    }
                    return record(notice);
                },
                "provgate-dataset",
                900_000);

        assertThat(inspected).hasSize(1);
        assertThat(answer).isEqualTo(again(FIRST));
    }

    @Test
    void whatThereIsNoTimeForGoesBack() throws IOException {
        String answer = handle("inspect-object-created.json", this::record, "provgate-dataset", 1_000);

        assertThat(inspected).as("the first message is begun all the same").hasSize(2);
        assertThat(answer).isEqualTo(again(SECOND));
    }

    @Test
    void aMessageThatIsNoNoticeGoesBack() throws IOException {
        String event = "{\"Records\": [{\"messageId\": \"m1\", \"body\": \"hello\"}]}";

        assertThat(answer(event.getBytes(UTF_8), this::record, "provgate-dataset", 900_000))
                .isEqualTo(again("m1"));
    }

    @Test
    void aBucketWithoutVersionsIsAFault() throws IOException {
        String event = Files.readString(event("inspect-object-created.json"))
                .replace("\\\"versionId\\\":\\\"096fKKXTRTtl3on89fVO.nfljtsv6qko\\\",", "");

        assertThat(answer(event.getBytes(UTF_8), this::record, "provgate-dataset", 900_000))
                .isEqualTo(again(FIRST));
    }

    @Test
    void whatIsNoBatchFailsAsAWhole() {
        assertThatThrownBy(() -> answer("[]".getBytes(UTF_8), this::record, "provgate-dataset", 900_000))
                .hasMessage("the event is no JSON object");
    }

    private Outcome record(Notice notice) {
        inspected.add(notice);
        return Outcome.RECORDED;
    }

    private static String again(String id) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}";
    }

    private static String handle(String event, Function<Notice, Outcome> inspect, String bucket, int millis)
            throws IOException {
        return answer(Files.readAllBytes(event(event)), inspect, bucket, millis);
    }

    private static String answer(byte[] event, Function<Notice, Outcome> inspect, String bucket, int millis)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (InputStream in = new ByteArrayInputStream(event)) {
            new InspectHandler(inspect, bucket).handleRequest(in, answer, context(millis));
        }
        return answer.toString(UTF_8);
    }

    private static Path event(String name) {
        return Path.of("..", "..", "events", name);
    }

    /// Knows how much time is left, and nothing else.
    private static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> millis);
    }
}
