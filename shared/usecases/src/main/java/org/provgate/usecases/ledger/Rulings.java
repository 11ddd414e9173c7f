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
public record Rulings(int acts, int ruling, int appeal, Release release) {

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
        return new Rulings(0, 0, 0, new Release.None());
    }

    /// One act more, which leaves all as it is.
    Rulings entered() {
        return new Rulings(acts + 1, ruling, appeal, release);
    }

    Rulings appealed() {
        return new Rulings(acts + 1, ruling, acts + 1, release);
    }

    Rulings ruled(Release now) {
        return new Rulings(acts + 1, acts + 1, 0, now);
    }

    /// A verdict answers everything that was asked before.
    Rulings decided() {
        return new Rulings(acts, 0, 0, new Release.None());
    }
}
