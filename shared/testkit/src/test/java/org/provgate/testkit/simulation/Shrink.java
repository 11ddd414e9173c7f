package org.provgate.testkit.simulation;

import java.util.ArrayList;
import java.util.List;

/// Leaves out of a failing plan whatever is not needed for it to fail.
final class Shrink {

    private Shrink() {}

    /// A plan that fails too, and of which no step can be left out.
    static List<Step> least(List<Step> failing) {
        List<Step> least = failing;
        for (int size = Math.max(1, least.size() / 2); size > 0; size /= 2) {
            int from = 0;
            while (from < least.size()) {
                List<Step> shorter = new ArrayList<>(least.subList(0, from));
                shorter.addAll(least.subList(Math.min(from + size, least.size()), least.size()));
                if (fails(shorter)) {
                    least = shorter;
                    from = 0;
                } else {
                    from += size;
                }
            }
        }
        return least;
    }

    private static boolean fails(List<Step> steps) {
        return Schedule.run(steps, new Trace(false)).isPresent();
    }
}
