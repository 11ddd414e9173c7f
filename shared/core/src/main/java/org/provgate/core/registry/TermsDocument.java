package org.provgate.core.registry;

import java.util.List;
import java.util.Set;

/// One line of terms, such as a provider's commercial terms, with its dated editions.
///
/// @param id short and stable, such as `anthropic-usage-policy`
/// @param url where the provider publishes it
/// @param editions oldest first
public record TermsDocument(
        String id, String title, String url, Set<TermsChannel> channels, List<TermsEdition> editions) {

    public TermsDocument {
        channels = Set.copyOf(channels);
        editions = List.copyOf(editions);
        if (channels.isEmpty() || editions.isEmpty()) {
            throw new IllegalArgumentException("terms need a channel and an edition: " + id);
        }
    }
}
