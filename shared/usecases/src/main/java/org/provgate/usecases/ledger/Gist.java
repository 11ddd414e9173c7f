package org.provgate.usecases.ledger;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A verdict in brief: enough to tell whether another one says the same, and what it hangs on.
///
/// @param digest of what it says, whoever's policy and registry it cites; empty for a verdict of an older gate
/// @param marks at most [#MARKS]; of more, those that lead to other submissions are kept first
public record Gist(String digest, NavigableSet<Mark> marks) {

    /// With the verdict and the submission they are written at once, and a transaction has a hundred steps.
    public static final int MARKS = 64;

    public Gist {
        NavigableSet<Mark> kept = new TreeSet<>(marks);
        if (kept.size() > MARKS) {
            kept.removeIf(mark -> mark.kind() != Mark.Kind.SUBMISSION && mark.kind() != Mark.Kind.HELD);
            kept.add(Mark.many());
            while (kept.size() > MARKS) {
                kept.pollFirst();
            }
        }
        marks = Collections.unmodifiableNavigableSet(kept);
    }

    public static Gist none() {
        return new Gist("", new TreeSet<>());
    }
}
