package org.provgate.inspection.evidence;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.provgate.inspection.text.JsonStrings;

/// What the keys of rows mean, by their bytes: rows have the same few over and over.
final class KnownKeys {

    private static final int PLACES = 1 << 10;
    private static final int PRIME = 31;

    private final Function<String, KeyMeaning> meaning;
    private final @Nullable Known[] known = new Known[PLACES];

    /// @param meaning of a key that comes for the first time, or whose place another one took
    KnownKeys(Function<String, KeyMeaning> meaning) {
        this.meaning = meaning;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(byte[] key, KeyMeaning meaning) {}

    /// @param from index behind the opening quote
    /// @param to index of the closing quote
    KeyMeaning of(byte[] row, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * PRIME + row[i];
        }
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        Known here = known[place];
        if (here == null || !Arrays.equals(here.key, 0, here.key.length, row, from, to)) {
            here = new Known(Arrays.copyOfRange(row, from, to), meaning.apply(JsonStrings.decode(row, from, to)));
            known[place] = here;
        }
        return here.meaning;
    }
}
