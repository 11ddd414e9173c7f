package org.provgate.usecases.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What was done to a submission besides deciding it, as far as its state goes.
///
/// @param acts how many acts the ledger holds; the next has the number after
/// @param ruling number of the act that set the verdict in force aside, or put it back; 0 when none did
/// @param appeal number of the appeal that nobody answered yet; 0 when there is none
/// @param proposal number of the ruling that waits for a second operator; 0 when there is none
public record Rulings(int acts, int ruling, int appeal, int proposal, Release release) {

    /// Whether readers are let in against the verdict.
    public sealed interface Release {

        record None() implements Release {}

        /// @param expires last day on which it counts
        record Granted(LocalDate expires) implements Release {}

        default boolean holds(LocalDate today) {
            return this instanceof Granted(LocalDate expires) && !today.isAfter(expires);
        }

        /// When it ends.
        default Optional<Instant> end() {
            return this instanceof Granted(LocalDate expires)
                    ? Optional.of(
                            expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                    : Optional.empty();
        }

        default boolean isOver(LocalDate today) {
            return this instanceof Granted(LocalDate expires) && today.isAfter(expires);
        }
    }

    public static Rulings none() {
        return new Rulings(0, 0, 0, 0, new Release.None());
    }

    /// One act more, which leaves all as it is.
    Rulings entered() {
        return new Rulings(acts + 1, ruling, appeal, proposal, release);
    }

    /// One act more, which asks for a second operator.
    Rulings proposed() {
        return new Rulings(acts + 1, ruling, appeal, acts + 1, release);
    }

    /// Nothing waits for a second operator any more.
    Rulings answered() {
        return new Rulings(acts, ruling, appeal, 0, release);
    }

    Rulings appealed() {
        return new Rulings(acts + 1, ruling, acts + 1, proposal, release);
    }

    Rulings ruled(Release now) {
        return new Rulings(acts + 1, acts + 1, 0, proposal, now);
    }

    /// A verdict answers every appeal. What waits for a second operator waits on: else whoever uploads could get rid of
    /// it.
    Rulings decided() {
        return new Rulings(acts, 0, 0, proposal, new Release.None());
    }
}
