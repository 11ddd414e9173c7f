package org.provgate.core.registry;

import java.util.List;
import java.util.Set;

/// Who makes a model, or hosts it.
///
/// @param aliases other names, in lower case
/// @param roles `lab`, `host`, `community`
/// @param defaultCategory what holds when no document does
public record Provider(
        String id,
        String name,
        List<String> aliases,
        Set<String> roles,
        Category defaultCategory,
        List<TermsDocument> terms,
        String note) {

    public Provider {
        aliases = List.copyOf(aliases);
        roles = Set.copyOf(roles);
        terms = List.copyOf(terms);
    }
}
