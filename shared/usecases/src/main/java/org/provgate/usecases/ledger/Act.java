package org.provgate.usecases.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;

/// Something that was done to a submission other than deciding it: who, when, what and why. Never changed once
/// written.
///
/// @param number counts from 1
/// @param by who did it, as the token names them
/// @param request which request asked for it
public record Act(SubmissionName submission, int number, Instant at, String by, Deed deed, Request request) {

    /// Who acts where nobody asked.
    public static final String GATE = "gate";

    /// A request that may come again. Both are digests; empty when it bore no key.
    ///
    /// @param key of the key
    /// @param body of what was asked
    public record Request(String key, String body) {
        public static Request none() {
            return new Request("", "");
        }
    }

    public sealed interface Deed {

        /// As histories name it.
        String word();
    }

    /// Readers are let in against the verdict.
    ///
    /// @param expires last day on which it counts
    public record Released(String reason, LocalDate expires) implements Deed {
        @Override
        public String word() {
            return "released";
        }
    }

    public record Rejected(String reason) implements Deed {
        @Override
        public String word() {
            return "rejected";
        }
    }

    public record Waived(Waiver waiver) implements Deed {
        @Override
        public String word() {
            return "waived";
        }
    }

    /// Whatever an operator had ruled counts as nothing, and the submission is decided again.
    public record Rechecked() implements Deed {
        @Override
        public String word() {
            return "rechecked";
        }
    }

    /// @param finding what it is about; empty for all of them
    public record Appealed(String message, String finding) implements Deed {
        @Override
        public String word() {
            return "appealed";
        }
    }

    /// A release came to its end.
    ///
    /// @param expired last day on which it counted
    public record Lapsed(LocalDate expired) implements Deed {
        @Override
        public String word() {
            return "lapsed";
        }
    }
}
