package org.provgate.formats.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;

/// Collects the faults of one document, within bounds.
public final class Faults {

    /// How many are kept; one more then says that there are others.
    public static final int LIMIT = 10_000;

    private final List<Fault> kept = new ArrayList<>();
    private boolean more;

    public void add(Place at, String message, String remedy, Fix... fix) {
        add(new Fault(at, message, remedy, List.of(fix)));
    }

    public void add(Fault fault) {
        if (kept.size() < LIMIT) {
            kept.add(fault);
        } else {
            more = true;
        }
    }

    /// Whether further faults are no longer kept, so that there is no point in looking for them.
    public boolean isFull() {
        return kept.size() == LIMIT;
    }

    /// In document order.
    public List<Fault> inOrder() {
        List<Fault> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparing(Fault::at));
        if (more || isFull()) {
            Place last = ordered.getLast().at();
            ordered.add(new Fault(
                    last,
                    "The file may have more faults; the first %,d are listed".formatted(LIMIT),
                    "Mend those first.",
                    List.of()));
        }
        return List.copyOf(ordered);
    }
}
