package org.provgate.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.provgate.aws.s3.ReadAhead.Parts;
import org.provgate.aws.s3.ReadAhead.Window;
import org.provgate.usecases.port.UncheckedStoreException;

@Timeout(30)
class ReadAheadTest {

    private static final int PART = 1000;
    private static final byte[] OBJECT = new byte[10_500];

    static {
        for (int i = 0; i < OBJECT.length; i++) {
            OBJECT[i] = (byte) (i * 7 + i / 256);
        }
    }

    private static byte[] part(long from, int length) {
        return Arrays.copyOfRange(OBJECT, (int) from, (int) from + length);
    }

    private static ReadAhead reading(Parts parts, int inFlight) {
        return new ReadAhead(
                parts, new Window(PART, inFlight), new ByteArrayInputStream(part(0, PART)), 0, OBJECT.length);
    }

    @Test
    void partsComeInOrder() throws IOException {
        try (ReadAhead in = reading(ReadAheadTest::part, 3)) {
            assertThat(in.readAllBytes()).isEqualTo(OBJECT);
        }
    }

    /// The store answers no part before three were asked for: nobody who asks for one after the other gets an answer.
    @Test
    void aSlowStoreIsAskedForSeveralPartsAtOnce() throws IOException {
        CyclicBarrier three = new CyclicBarrier(3);
        Parts slow = (from, length) -> {
            // The last part comes alone.
            if (from < 10_000) {
                meet(three);
            }
            return part(from, length);
        };
        try (ReadAhead in = reading(slow, 3)) {
            assertThat(in.readAllBytes()).isEqualTo(OBJECT);
        }
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IOException("nobody else was asked", alone);
        }
    }

    @Test
    void noMorePartsAreInFlightThanTheWindowHolds() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parts parts = (from, length) -> {
            most.accumulateAndGet(asked.incrementAndGet() - taken.get(), Math::max);
            return part(from, length);
        };
        try (ReadAhead in = reading(parts, 2)) {
            byte[] chunk = new byte[PART];
            for (int read = in.readNBytes(chunk, 0, PART); read > 0; read = in.readNBytes(chunk, 0, PART)) {
                taken.incrementAndGet();
            }
        }
        assertThat(asked).hasValue(10);
        // Two in flight, and the one that is being read.
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoReadsLittleAsksForNothingMore() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Parts parts = (from, length) -> {
            asked.incrementAndGet();
            return part(from, length);
        };
        try (ReadAhead in = reading(parts, 3)) {
            assertThat(in.readNBytes(PART / 2 - 1)).hasSize(PART / 2 - 1);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aPartThatIsCutOffIsAskedForAgain() throws IOException {
        AtomicInteger cut = new AtomicInteger(2);
        Parts parts = (from, length) -> {
            if (from == 5000 && cut.getAndDecrement() > 0) {
                throw new IOException("connection reset");
            }
            return part(from, length);
        };
        try (ReadAhead in = reading(parts, 3)) {
            assertThat(in.readAllBytes()).isEqualTo(OBJECT);
        }
    }

    @Test
    void aPartThatNeverComesIsAnOutageAfterTheBytesBeforeIt() throws IOException {
        Parts parts = (from, length) -> {
            if (from == 5000) {
                throw new IOException("connection reset");
            }
            return part(from, length);
        };
        try (ReadAhead in = reading(parts, 3)) {
            assertThat(in.readNBytes(5000)).isEqualTo(part(0, 5000));
            assertThatThrownBy(in::read)
                    .isInstanceOf(UncheckedStoreException.class)
                    .hasRootCauseMessage("connection reset");
        }
    }

    @Test
    void whatTheStoreRefusesIsAnOutageAsItIs() throws IOException {
        Parts parts = (from, length) -> {
            throw new UncheckedStoreException("could not read on in a.jsonl");
        };
        try (ReadAhead in = reading(parts, 3)) {
            assertThat(in.readNBytes(PART)).hasSize(PART);
            assertThatThrownBy(in::read).hasMessage("could not read on in a.jsonl");
        }
    }
}
