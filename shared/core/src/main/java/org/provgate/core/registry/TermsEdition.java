package org.provgate.core.registry;

import java.time.LocalDate;
import java.util.List;

/// What one document of terms said from one day to another.
///
/// @param label the edition as people cite it, such as its effective date
/// @param from first day it was in force; [LocalDate#MIN] when the facts do not say
/// @param until last day it was in force; [LocalDate#MAX] while nothing replaced it
/// @param section where the clause stands
/// @param says the clause in our own words
/// @param conditions words of the registry's condition vocabulary
/// @param source where the clause was read, or the published address when it was not
/// @param verified whether the clause itself was read in a faithful copy; only then may it lead to an error
public record TermsEdition(
        String label,
        LocalDate from,
        LocalDate until,
        String section,
        String says,
        Category category,
        List<String> conditions,
        String source,
        boolean verified,
        String note) {

    public TermsEdition {
        conditions = List.copyOf(conditions);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("an edition ends after it begins: " + label);
        }
    }

    public boolean inForceWithin(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !until.isBefore(first);
    }
}
