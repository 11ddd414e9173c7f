package org.provgate.cli.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sighting;
import org.provgate.formats.report.ExplainedFacts;
import org.provgate.usecases.gate.Inspection;

/// An inspection that keeps the hits of each file, to be shown beside its facts.
public final class ExplainedFolder implements Inspection {

    /// Of one file. More are only counted.
    static final int MOST_HITS = 1_000;

    private final Inspection.Explaining inspection;

    /// Files with the same facts have the same hits.
    private final Map<ObjectFacts, Hits> byFile = new ConcurrentHashMap<>();

    public ExplainedFolder(Inspection.Explaining inspection) {
        this.inspection = inspection;
    }

    private static final class Hits {

        private final List<Sighting> shown = new ArrayList<>();
        private long left;

        void add(Sighting hit) {
            if (shown.size() < MOST_HITS) {
                shown.add(hit);
            } else {
                left++;
            }
        }
    }

    @Override
    public ObjectFacts inspect(String path, Source source) {
        Hits hits = new Hits();
        ObjectFacts facts = inspection.inspect(path, source, hits::add);
        byFile.put(facts, hits);
        return facts;
    }

    /// @param facts that this inspection answered, or that another made of a file it could not read
    public ExplainedFacts explained(ObjectFacts facts) {
        Hits hits = byFile.getOrDefault(facts, new Hits());
        return new ExplainedFacts(facts, hits.shown, hits.left);
    }
}
