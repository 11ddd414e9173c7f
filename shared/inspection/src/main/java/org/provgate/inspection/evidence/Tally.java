package org.provgate.inspection.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Counts hits by fingerprint and maker. Grows with the number of different pairs, and not beyond a limit.
public final class Tally implements SignSink {

    private static final String MANY = "other models";

    private static final double LEAST_SHARE = 0.001;

    private final int limit;
    private final ToIntFunction<String> least;
    private final Map<Key, Count> counts = new HashMap<>();

    /// @param limit different counts that are kept apart
    /// @param least in how many rows a sign must be seen to be more than weak
    public Tally(int limit, ToIntFunction<String> least) {
        this.limit = limit;
        this.least = least;
    }

    private record Key(String fingerprint, Maker maker, Strength strength) {}

    private static final class Count {
        private long hits;
        private long rows;
        private long lastRow = -1;
        private final long firstLine;
        private final String excerpt;

        Count(long firstLine, String excerpt) {
            this.firstLine = firstLine;
            this.excerpt = excerpt;
        }
    }

    @Override
    public void add(String fingerprint, Maker maker, Strength strength, long row, long line, Supplier<String> excerpt) {
        Key key = new Key(fingerprint, maker, strength);
        Count count = counts.get(key);
        if (count == null) {
            if (counts.size() >= limit && maker instanceof Maker.Model(String provider, String model)) {
                if (!model.equals(MANY)) {
                    add(fingerprint, new Maker.Model(provider, MANY), strength, row, line, excerpt);
                    return;
                }
            }
            count = new Count(line, excerpt.get());
            counts.put(key, count);
        }
        count.hits++;
        if (count.lastRow != row) {
            count.lastRow = row;
            count.rows++;
        }
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /// Grave first, then by fingerprint, then by maker.
    ///
    /// @param rows that were looked into
    public List<Evidence> evidence(long rows) {
        return counts.entrySet().stream()
                .map(entry -> new Evidence(
                        entry.getKey().maker(),
                        strength(entry.getKey(), entry.getValue().rows, rows),
                        entry.getKey().fingerprint(),
                        entry.getValue().hits,
                        entry.getValue().rows,
                        entry.getValue().firstLine,
                        entry.getValue().excerpt))
                .sorted(Comparator.comparing(Evidence::strength, Comparator.reverseOrder())
                        .thenComparing(Evidence::fingerprint)
                        .thenComparing(evidence -> name(evidence.maker()))
                        .thenComparingLong(Evidence::firstLine))
                .toList();
    }

    /// What a person may have quoted or answered for once is only something when it comes again.
    private Strength strength(Key key, long seen, long rows) {
        int wanted = least.applyAsInt(key.fingerprint());
        return seen < wanted || (wanted > 1 && seen < rows * LEAST_SHARE) ? Strength.WEAK : key.strength();
    }

    private static String name(Maker maker) {
        return switch (maker) {
            case Maker.Provider(String provider) -> provider;
            case Maker.Model(String provider, String model) -> provider + " " + model;
            case Maker.Unknown _ -> "~";
        };
    }
}
