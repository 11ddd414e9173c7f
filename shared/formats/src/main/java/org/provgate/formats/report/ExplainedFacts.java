package org.provgate.formats.report;

import java.util.List;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sighting;

/// Facts with the hits they count.
///
/// @param hits in the order of the rows
/// @param left hits beyond those that are listed
public record ExplainedFacts(ObjectFacts facts, List<Sighting> hits, long left) {

    public ExplainedFacts {
        hits = List.copyOf(hits);
    }

    /// Without a list of hits.
    public static ExplainedFacts unexplained(ObjectFacts facts) {
        return new ExplainedFacts(facts, List.of(), 0);
    }
}
