package org.provgate.formats.export;

import java.util.List;
import java.util.Optional;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;

/// One line of an export of facts: a head, then every submission with its objects behind it, then an end.
public sealed interface ExportLine {

    /// The form of the lines; the only one that is read so far.
    int FORM = 1;

    /// @param engine that wrote it
    record Head(String engine) implements ExportLine {}

    /// @param state as the gate names it
    /// @param objects how many lines with objects belong to it
    /// @param verdict in force; empty before the first
    /// @param waivers granted in the gate
    /// @param upstream what the submissions it derives from had turned out to be
    record Case(
            SubmissionName name,
            String state,
            int objects,
            Optional<Ruling> verdict,
            List<Waiver> waivers,
            List<Upstream> upstream)
            implements ExportLine {
        public Case {
            waivers = List.copyOf(waivers);
            upstream = List.copyOf(upstream);
        }
    }

    /// A verdict in brief.
    ///
    /// @param errors codes of the errors it found
    record Ruling(int number, String outcome, List<String> errors) {
        public Ruling {
            errors = List.copyOf(errors);
        }
    }

    /// One object of the submission before it.
    ///
    /// @param upload version id under which it was uploaded
    record Item(SubmissionName of, String upload, ObjectFacts facts, Text text) implements ExportLine {}

    /// The text of a small file that decisions read again.
    sealed interface Text {

        record None() implements Text {}

        /// @param gzip the file's bytes, compressed, in Base64
        record Kept(String gzip) implements Text {}

        /// Too long to be told; without it the submission cannot be decided elsewhere.
        record TooLong() implements Text {}
    }

    /// What the ledger holds and nobody can read.
    record Damaged(String key, String why) implements ExportLine {}

    /// Whoever does not find it has not got everything.
    record End(long submissions, long objects, long damaged) implements ExportLine {}
}
