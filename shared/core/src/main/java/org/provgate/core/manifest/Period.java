package org.provgate.core.manifest;

import java.time.LocalDate;
import java.util.Optional;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;

/// A time span, its ends included.
public record Period(Place at, Field<PartialDate> start, End end) {

    public sealed interface End {
        Place at();

        record On(Field<PartialDate> date) implements End {
            @Override
            public Place at() {
                return date.at();
            }
        }

        /// Not over yet.
        record Ongoing(Place at) implements End {}
    }

    public Optional<LocalDate> firstDay() {
        return start.value().map(PartialDate::first);
    }

    /// The last day of the period; `today` while it goes on.
    public Optional<LocalDate> lastDay(LocalDate today) {
        return switch (end) {
            case End.On(Field<PartialDate> date) -> date.value().map(PartialDate::last);
            case End.Ongoing _ -> Optional.of(today);
        };
    }
}
