package org.provgate.usecases.port;

import java.util.List;
import java.util.Optional;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Segment;

/// What is known of rescans. Every write is conditional, as in the [Ledger].
public interface Runs {

    /// The one that began last.
    Optional<Run> latest();

    Optional<Run> run(String id);

    /// Begins a run with all its segments, provided that no other began since `before`: two at once are impossible
    /// as long as nobody begins one before the other is over.
    boolean begin(Optional<Run> before, Run next, List<Segment> segments);

    boolean update(Run expected, Run next);

    /// By number.
    List<Segment> segments(String run);

    boolean update(Segment expected, Segment next);

    /// Remembers; the same again changes nothing.
    void note(String run, int segment, List<Noted> noted);

    /// What was noted, by kind, then by subject.
    Ledger.Page<Noted> noted(String run, int segment, String after, int limit);
}
