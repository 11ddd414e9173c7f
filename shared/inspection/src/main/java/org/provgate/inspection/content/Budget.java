package org.provgate.inspection.content;

import java.util.function.LongSupplier;
import org.provgate.core.facts.Concern;
import org.provgate.inspection.Limits;

/// What is left of the limits for one object.
final class Budget {

    private final Limits limits;
    private final LongSupplier stored;
    private final long deadline;
    private long expanded;
    private int members;

    /// @param stored how many stored bytes were read so far
    Budget(Limits limits, LongSupplier stored) {
        this.limits = limits;
        this.stored = stored;
        this.deadline = limits.ticker().getAsLong() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    void unpacked(long bytes) throws ContentFault {
        expanded += bytes;
        check();
    }

    /// What a file says of itself, before anything of it is unpacked.
    void claimed(long unpacked, long size) throws ContentFault {
        if (unpacked > limits.expandedBytes()
                || (unpacked > limits.ratioFrom() && unpacked / limits.expansionRatio() > Math.max(1, size))) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR, "it unpacks from %d to %d bytes".formatted(size, unpacked));
        }
    }

    /// Stops everything once the budget is spent, wherever it was spent.
    void check() throws ContentFault {
        if (expanded > limits.expandedBytes()) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR, "it unpacks to more than %d bytes".formatted(limits.expandedBytes()));
        }
        if (expanded > limits.ratioFrom() && expanded / limits.expansionRatio() > Math.max(1, stored.getAsLong())) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR,
                    "it unpacks to more than %d times its size".formatted(limits.expansionRatio()));
        }
    }

    void member() throws ContentFault {
        if (++members > limits.members()) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR, "it holds more than %d members".formatted(limits.members()));
        }
    }

    void time() throws ContentFault {
        if (limits.ticker().getAsLong() - deadline > 0) {
            throw new ContentFault(
                    Concern.Kind.NOT_INSPECTED,
                    "the time of %d seconds for one object is over"
                            .formatted(limits.time().toSeconds()));
        }
    }
}
