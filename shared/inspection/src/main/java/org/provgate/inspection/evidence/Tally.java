package org.provgate.inspection.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Counts hits by fingerprint and maker. Grows with the number of different pairs, and not beyond a limit.
public final class Tally {

    private static final String MANY = "other models";

    private final int limit;
    private final Map<Key, Count> counts = new HashMap<>();

    public Tally(int limit) {
        this.limit = limit;
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

    /// @param row number of the row, to tell hits in one row from hits in many
    public void add(String fingerprint, Maker maker, Strength strength, long row, long line, String excerpt) {
        Key key = new Key(fingerprint, maker, strength);
        Count count = counts.get(key);
        if (count == null) {
            if (counts.size() >= limit && maker instanceof Maker.Model(String provider, String model)) {
                if (!model.equals(MANY)) {
                    add(fingerprint, new Maker.Model(provider, MANY), strength, row, line, excerpt);
                    return;
                }
            }
            count = new Count(line, excerpt);
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
    public List<Evidence> evidence() {
        return counts.entrySet().stream()
                .map(entry -> new Evidence(
                        entry.getKey().maker(),
                        entry.getKey().strength(),
                        entry.getKey().fingerprint(),
                        entry.getValue().hits,
                        entry.getValue().rows,
                        entry.getValue().firstLine,
                        entry.getValue().excerpt))
                .sorted(Comparator.comparing(Evidence::strength, Comparator.reverseOrder())
                        .thenComparing(Evidence::fingerprint)
                        .thenComparing(evidence -> name(evidence.maker())))
                .toList();
    }

    private static String name(Maker maker) {
        return switch (maker) {
            case Maker.Provider(String provider) -> provider;
            case Maker.Model(String provider, String model) -> provider + " " + model;
            case Maker.Unknown _ -> "~";
        };
    }
}
