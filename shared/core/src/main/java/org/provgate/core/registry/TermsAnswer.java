package org.provgate.core.registry;

import java.util.List;
import java.util.Optional;

/// What terms say for one model, channel, period and use: every edition that binds, the governing one first.
///
/// @param category of the governing edition; unknown when none is in force then, or while a host's own rule is unknown
///     and the model's is mild
/// @param conditions of every edition that binds
/// @param verified whether that category rests on clauses that were read, and on links that were read
public record TermsAnswer(Category category, List<String> conditions, boolean verified, List<Citation> editions) {

    /// @param family the family it was found for: the teacher itself, or one it inherits from
    public record Citation(String family, TermsDocument document, TermsEdition edition, TermsChannel channel) {}

    public TermsAnswer {
        conditions = List.copyOf(conditions);
        editions = List.copyOf(editions);
    }

    public Optional<Citation> governing() {
        return editions.stream().findFirst();
    }
}
