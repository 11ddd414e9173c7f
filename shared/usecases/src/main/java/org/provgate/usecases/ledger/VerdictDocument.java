package org.provgate.usecases.ledger;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a verdict says, and about which versions: it speaks for no others.
///
/// @param covers path to upload version of every object that was decided about
/// @param withheld paths among them that nobody may read
/// @param report the report as JSON, as `provgate validate` prints it
public record VerdictDocument(NavigableMap<String, String> covers, NavigableSet<String> withheld, String report) {

    public VerdictDocument {
        covers = Collections.unmodifiableNavigableMap(new TreeMap<>(covers));
        withheld = Collections.unmodifiableNavigableSet(new TreeSet<>(withheld));
    }

    /// What speaks for nothing.
    public static VerdictDocument none() {
        return new VerdictDocument(new TreeMap<>(), new TreeSet<>(), "");
    }

    /// Whether the verdict speaks for this version.
    public boolean covers(ObjectRecord object) {
        return object.upload().equals(covers.get(object.path()));
    }

    /// Whether the verdict lets this version be read.
    public boolean admits(ObjectRecord object) {
        return covers(object) && !withheld.contains(object.path());
    }
}
