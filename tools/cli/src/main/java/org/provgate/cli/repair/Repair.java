package org.provgate.cli.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Fix;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.mend.Mending;

/// What came of mending a manifest until nothing is left that a machine can mend.
///
/// @param before the verdict on the manifest as it is on disk
/// @param after the verdict on the mended text
/// @param applied how many remedies are in it
public record Repair(Verdict before, Verdict after, String text, int applied) {

    /// A mended text may show faults that were hidden; no chain of them is longer in practice.
    private static final int ROUNDS = 20;

    /// @param decide the verdict on a text of the manifest
    public static Repair of(ManifestFile manifest, Function<String, Verdict> decide) {
        Verdict before = decide.apply(manifest.text());
        Verdict now = before;
        String text = manifest.text();
        int applied = 0;
        Set<List<Fix>> added = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Fix>> remedies = new ArrayList<>();
            for (Finding finding : now.report().findings()) {
                if (!added.contains(finding.fix())) {
                    remedies.add(finding.fix());
                }
            }
            Mending mending = Mending.of(text, manifest.notation(), remedies);
            if (mending.applied().isEmpty()) {
                break;
            }
            // What was added once, and asked for again, needs a person.
            mending.applied().stream()
                    .filter(remedy -> remedy.stream().anyMatch(Fix.Add.class::isInstance))
                    .forEach(added::add);
            applied += mending.applied().size();
            text = mending.text();
            now = decide.apply(text);
        }
        return new Repair(before, now, text, applied);
    }
}
