package org.provgate.core.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Models of one maker that share terms.
///
/// @param names display names, matched without regard to case
/// @param patterns regular expressions over a whole declared id
/// @param releases the day the first of them came out, where known
/// @param weights `open` or `closed`
/// @param licence the weights' licence, or `provider-terms:ID`
/// @param terms ids of the documents that may govern its output
/// @param category what its own licence or its maker's terms come to, the parents' terms counted in
/// @param verified whether it was read that these terms are this family's
/// @param derivedFrom families it was tuned from
/// @param distilledFrom families whose output it was trained on
public record ModelFamily(
        String id,
        String provider,
        List<String> names,
        List<String> patterns,
        Released releases,
        String weights,
        String licence,
        List<String> terms,
        Category category,
        List<String> conditions,
        boolean verified,
        List<String> derivedFrom,
        List<String> distilledFrom,
        String note) {

    public sealed interface Released {
        record On(LocalDate date) implements Released {}

        record Unknown() implements Released {}

        default Optional<LocalDate> day() {
            return this instanceof On(LocalDate date) ? Optional.of(date) : Optional.empty();
        }
    }

    public ModelFamily {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
        terms = List.copyOf(terms);
        conditions = List.copyOf(conditions);
        derivedFrom = List.copyOf(derivedFrom);
        distilledFrom = List.copyOf(distilledFrom);
    }
}
