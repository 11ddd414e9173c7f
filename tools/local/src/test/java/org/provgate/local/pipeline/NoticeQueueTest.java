package org.provgate.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.provgate.embedded.ObjectChange;
import org.provgate.testkit.wait.Eventually;

class NoticeQueueTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final NoticeQueue queue = new NoticeQueue("dataset");

    @Test
    void noticesComeInTheirOrderAFewAtATime() {
        for (int i = 0; i < NoticeQueue.BATCH + 2; i++) {
            queue.accept(change("dataset", "k" + i));
        }

        assertThat(keys(queue.take(AT_ONCE))).containsExactly("k0", "k1", "k2", "k3", "k4");
        assertThat(keys(queue.take(AT_ONCE))).containsExactly("k5", "k6");
        assertThat(queue.take(AT_ONCE)).isEmpty();
    }

    @Test
    void otherBucketsAreOfNoInterest() {
        queue.accept(change("quarantine", "k"));

        assertThat(queue.take(AT_ONCE)).isEmpty();
    }

    @Test
    void whatFailedComesAgainLater() {
        queue.accept(change("dataset", "k"));
        NoticeQueue.Message message = queue.take(AT_ONCE).getFirst();

        queue.again(message);

        assertThat(queue.take(AT_ONCE)).isEmpty();
        Eventually.holds("it comes again", () -> keys(queue.take(AT_ONCE)).equals(List.of("k")));
    }

    @Test
    void whatFailsForEverIsLeftToTheBacklog() {
        NoticeQueue.Message message = new NoticeQueue.Message(change("dataset", "k"), 1, 9, 0);

        queue.again(message);

        assertThat(queue.hasLostSome()).isTrue();
        assertThat(queue.hasLostSome()).isFalse();
    }

    @Test
    void whatDoesNotFitIsLeftToTheBacklogOnceTheOthersAreHandedOut() {
        for (int i = 0; i <= NoticeQueue.LIMIT; i++) {
            queue.accept(change("dataset", "k"));
        }
        List<NoticeQueue.Message> handed = new ArrayList<>();
        for (List<NoticeQueue.Message> batch = queue.take(AT_ONCE); !batch.isEmpty(); batch = queue.take(AT_ONCE)) {
            assertThat(queue.hasLostSome()).isEqualTo(handed.size() + batch.size() == NoticeQueue.LIMIT);
            handed.addAll(batch);
        }

        assertThat(handed).hasSize(NoticeQueue.LIMIT);
    }

    private static ObjectChange change(String bucket, String key) {
        return new ObjectChange(ObjectChange.Kind.CREATED, bucket, key, "v", 1, "01");
    }

    private static List<String> keys(List<NoticeQueue.Message> batch) {
        return batch.stream().map(message -> message.change().key()).toList();
    }
}
