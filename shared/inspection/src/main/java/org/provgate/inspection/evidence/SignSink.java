package org.provgate.inspection.evidence;

import java.util.function.Supplier;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.Strength;

/// Where judged signs go, one by one.
@FunctionalInterface
public interface SignSink {

    /// @param row number of the row, to tell hits in one row from hits in many
    /// @param excerpt made only where somebody looks at it
    void add(String fingerprint, Maker maker, Strength strength, long row, long line, Supplier<String> excerpt);
}
