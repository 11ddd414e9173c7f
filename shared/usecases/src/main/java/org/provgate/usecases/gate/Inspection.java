package org.provgate.usecases.gate;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Sighting;

/// Turns bytes into facts. Data faults are concerns in the facts; only a source that fails is an exception.
@FunctionalInterface
public interface Inspection {

    /// Bytes that can be read again from any offset.
    interface Source {
        long size();

        InputStream open(long offset);

        /// Of all the bytes, where the store measured it already.
        default Optional<Sha256> sha256() {
            return Optional.empty();
        }
    }

    ObjectFacts inspect(String path, Source source);

    /// An inspection that also tells of every hit that the facts only count.
    @FunctionalInterface
    interface Explaining {
        ObjectFacts inspect(String path, Source source, Consumer<Sighting> seen);
    }
}
