package org.provgate.inspection.content;

import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.provgate.inspection.rows.RowFeed;

/// Of a large object its beginning, its end, and pieces between that the object's size picks: the same every time.
final class Sampling implements LongPredicate {

    private static final int HEAD_AND_TAIL = 4;

    private final long size;
    private final long whole;
    private final SplittableRandom random;

    /// @param whole how much of an object is searched at most
    Sampling(long size, long whole) {
        this.size = size;
        this.whole = whole;
        this.random = new SplittableRandom(size);
    }

    @Override
    public boolean test(long offset) {
        if (size <= whole) {
            return true;
        }
        long end = Math.max(RowFeed.CHUNK, whole / HEAD_AND_TAIL);
        if (offset < end || offset >= size - end) {
            return true;
        }
        return random.nextDouble() * (size - 2.0 * end) < whole - 2.0 * end;
    }
}
