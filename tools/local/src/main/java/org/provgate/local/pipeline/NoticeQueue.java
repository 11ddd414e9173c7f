package org.provgate.local.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.provgate.embedded.ObjectChange;

/// Notices of the dataset bucket on their way to the inspecting function. What failed comes again later. Where notices
/// come faster than they can be kept, some are lost, and it is remembered that the bucket is to be looked through.
public final class NoticeQueue implements Consumer<ObjectChange> {

    /// A notice is small; so many of them take a few megabytes.
    static final int LIMIT = 20_000;

    static final int BATCH = 5;

    /// After that a notice is left to whoever looks the bucket through.
    private static final int ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DelayQueue<Message> waiting = new DelayQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final String bucket;

    public NoticeQueue(String bucket) {
        this.bucket = bucket;
    }

    /// @param due in the time of [System#nanoTime]
    record Message(ObjectChange change, long number, int attempts, long due) implements Delayed {

        private static final Comparator<Message> ORDER = (one, other) ->
                one.due - other.due == 0 ? Long.compare(one.number, other.number) : Long.signum(one.due - other.due);

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return other instanceof Message message ? ORDER.compare(this, message) : 0;
        }

        String id() {
            return Long.toString(number);
        }
    }

    /// Never waits: it is called while the object store holds a lock that inspecting needs.
    @Override
    public void accept(ObjectChange change) {
        if (!change.bucket().equals(bucket)) {
            return;
        }
        if (waiting.size() >= LIMIT) {
            lost.set(true);
        } else {
            waiting.add(new Message(change, numbers.incrementAndGet(), 0, System.nanoTime()));
        }
    }

    /// Some messages that are due, none when there are none for a while.
    List<Message> take(Duration patience) {
        List<Message> batch = new ArrayList<>();
        try {
            Message first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
        return batch;
    }

    static Map<String, ObjectChange> changes(List<Message> batch) {
        Map<String, ObjectChange> changes = new LinkedHashMap<>();
        batch.forEach(message -> changes.put(message.id(), message.change()));
        return changes;
    }

    /// Puts back what failed.
    void again(Message message) {
        if (message.attempts() + 1 >= ATTEMPTS) {
            lost.set(true);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << message.attempts());
        long nanos = Math.min(pause.toNanos(), LONGEST_PAUSE.toNanos());
        waiting.add(new Message(message.change(), message.number(), message.attempts() + 1, System.nanoTime() + nanos));
    }

    /// Whether notices were lost since this was last asked, and all others were handed out.
    boolean hasLostSome() {
        return waiting.isEmpty() && lost.getAndSet(false);
    }
}
