package org.provgate.registry.build;

import java.util.List;
import java.util.stream.Collectors;

/// Stops the build; its message lists every fault with file and line.
final class UnsoundFacts extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    UnsoundFacts(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n", "the registry has " + faults.size() + " faults\n", "")));
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
