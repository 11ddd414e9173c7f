package org.provgate.core.rule;

import java.util.stream.Stream;

/// A pure question about a submission: same case, same breaches, in document order.
public interface Rule {

    RuleSpec spec();

    Stream<Breach> check(CaseFile file);
}
