package org.provgate.core.verdict;

/// Only these two. A submission that cannot be read is quarantined; a fault of ours is an exception, never a verdict.
public sealed interface Verdict {

    Report report();

    record Accepted(Report report) implements Verdict {
        public Accepted {
            if (report.blocks()) {
                throw new IllegalArgumentException("an accepted report has no errors");
            }
        }
    }

    record Quarantined(Report report) implements Verdict {
        public Quarantined {
            if (!report.blocks()) {
                throw new IllegalArgumentException("a quarantined report has an error");
            }
        }
    }

    static Verdict of(Report report) {
        return report.blocks() ? new Quarantined(report) : new Accepted(report);
    }

    /// The word of reports and tags.
    default String outcome() {
        return switch (this) {
            case Accepted _ -> "accepted";
            case Quarantined _ -> "quarantined";
        };
    }
}
