package org.provgate.inspection.evidence;

import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Where judged signs go, one by one.
@FunctionalInterface
public interface SignSink {

    /// @param row number of the row, to tell hits in one row from hits in many
    void add(String fingerprint, Maker maker, Strength strength, long row, long line, String excerpt);
}
