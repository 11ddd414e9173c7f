package org.provgate.usecases.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

    /// The waiver that counts with this act.
    public Optional<Waiver> grants() {
        return switch (deed) {
            case Waived(Waiver waiver) -> Optional.of(waiver);
            case Confirmed(int _, Waived(Waiver waiver)) -> Optional.of(waiver);
            case Released _, Rejected _, Rechecked _, Appealed _, Proposed _, Confirmed _, Declined _, Lapsed _ ->
                Optional.empty();
        };
    }

    public sealed interface Deed {

        /// As histories name it.
        String word();

        /// What the request asked for.
        default String asked() {
            return word();
        }
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

    /// A ruling that counts only once another operator has confirmed it.
    ///
    /// @param verdict number of the verdict in force, about which it speaks
    /// @param subject who proposes, by what tokens never change; for comparing alone
    public record Proposed(Deed ruling, int verdict, String subject) implements Deed {
        @Override
        public String word() {
            return "proposed";
        }

        @Override
        public String asked() {
            return ruling.asked();
        }
    }

    /// What was proposed counts from now on.
    ///
    /// @param proposal number of the act that proposed it
    public record Confirmed(int proposal, Deed ruling) implements Deed {
        @Override
        public String word() {
            return ruling.word();
        }

        @Override
        public String asked() {
            return "confirmed";
        }
    }

    /// What was proposed is not carried out.
    ///
    /// @param proposal number of the act that proposed it
    public record Declined(int proposal, String reason) implements Deed {
        @Override
        public String word() {
            return "declined";
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
