package org.provgate.testkit.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;

/// Rescans in memory.
public final class InMemoryRuns implements Runs {

    private final NavigableMap<String, Run> runs = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<Integer, Segment>> segments = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<String, Noted>> noted = new TreeMap<>();
    private Optional<String> latest = Optional.empty();

    @Override
    public synchronized Optional<Run> latest() {
        return latest.flatMap(this::run);
    }

    @Override
    public synchronized Optional<Run> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public synchronized boolean begin(Optional<Run> before, Run next, List<Segment> parts) {
        if (!latest.equals(before.map(Run::id)) || runs.containsKey(next.id())) {
            return false;
        }
        latest = Optional.of(next.id());
        runs.put(next.id(), next);
        NavigableMap<Integer, Segment> byNumber = new TreeMap<>();
        parts.forEach(part -> byNumber.put(part.number(), part));
        segments.put(next.id(), byNumber);
        return true;
    }

    @Override
    public synchronized boolean update(Run expected, Run next) {
        if (run(expected.id())
                .filter(now -> now.revision() == expected.revision())
                .isEmpty()) {
            return false;
        }
        runs.put(next.id(), next);
        return true;
    }

    @Override
    public synchronized List<Segment> segments(String run) {
        return List.copyOf(segments.getOrDefault(run, new TreeMap<>()).values());
    }

    @Override
    public synchronized boolean update(Segment expected, Segment next) {
        NavigableMap<Integer, Segment> parts = segments.getOrDefault(expected.run(), new TreeMap<>());
        Segment now = parts.get(expected.number());
        if (now == null || now.revision() != expected.revision()) {
            return false;
        }
        parts.put(next.number(), next);
        return true;
    }

    @Override
    public synchronized void note(String run, int segment, List<Noted> more) {
        NavigableMap<String, Noted> notes = noted.computeIfAbsent(run + "/" + segment, _ -> new TreeMap<>());
        more.forEach(one -> notes.put(one.kind().word() + " " + one.subject(), one));
    }

    @Override
    public synchronized Ledger.Page<Noted> noted(String run, int segment, String after, int limit) {
        NavigableMap<String, Noted> notes = noted.getOrDefault(run + "/" + segment, new TreeMap<>());
        List<String> keys =
                notes.tailMap(after, false).keySet().stream().limit(limit).toList();
        List<Noted> items = new ArrayList<>();
        keys.forEach(key -> Optional.ofNullable(notes.get(key)).ifPresent(items::add));
        return new Ledger.Page<>(items, keys.size() < limit ? "" : keys.getLast());
    }
}
