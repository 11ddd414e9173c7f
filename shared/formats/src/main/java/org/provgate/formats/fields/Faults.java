package org.provgate.formats.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;

/// Collects the faults of one document, within bounds.
public final class Faults {

    /// How many are kept; one more then says how many there were.
    public static final int LIMIT = 20_000;

    private final List<Fault> kept = new ArrayList<>();
    private long more;

    public void add(Place at, String message, String remedy, Fix... fix) {
        add(new Fault(at, message, remedy, List.of(fix)));
    }

    public void add(Fault fault) {
        if (kept.size() < LIMIT) {
            kept.add(fault);
        } else {
            more++;
        }
    }

    public int count() {
        return kept.size();
    }

    /// In document order.
    public List<Fault> inOrder() {
        List<Fault> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparing(Fault::at));
        if (more > 0) {
            Place last = ordered.getLast().at();
            ordered.add(new Fault(
                    last, "%,d more faults are not listed".formatted(more), "Mend those above first.", List.of()));
        }
        return List.copyOf(ordered);
    }
}
