package org.provgate.usecases.gate;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.provgate.core.finding.Finding;
import org.provgate.core.finding.Severity;
import org.provgate.core.policy.Policy;
import org.provgate.core.verdict.Verdict;

/// Which objects a verdict keeps from readers.
final class Withheld {

    private Withheld() {}

    static NavigableSet<String> by(Verdict verdict, Policy policy, NavigableSet<String> paths) {
        boolean open = verdict instanceof Verdict.Accepted || policy.mode() == Policy.Mode.AUDIT;
        if (open) {
            return new TreeSet<>();
        }
        return switch (policy.quarantineScope()) {
            case SUBMISSION -> paths;
            case FILES -> faulty(verdict, paths);
        };
    }

    /// The files with errors, when every error is about a stored file and all are listed; else everything.
    private static NavigableSet<String> faulty(Verdict verdict, NavigableSet<String> paths) {
        NavigableSet<String> faulty = new TreeSet<>();
        long listed = 0;
        for (Finding finding : verdict.report().findings()) {
            if (finding.severity() == Severity.ERROR) {
                listed++;
                if (!finding.subject().kind().equals("file")
                        || !paths.contains(finding.subject().name())) {
                    return paths;
                }
                faulty.add(finding.subject().name());
            }
        }
        return listed == verdict.report().counts().error() ? faulty : paths;
    }
}
