package org.provgate.core.registry;

import java.util.List;

/// A public dataset and the models that are documented to have written or judged its rows.
///
/// @param teachers ids of model families where they are known, else names as documented
/// @param humanOnly documented to hold no model output
/// @param source where this was read
public record KnownDataset(
        String id,
        List<String> aliases,
        String licence,
        List<Teacher> teachers,
        boolean humanOnly,
        String source,
        boolean verified) {

    /// @param role `generator`, `judge`, `rewriter`, …
    public record Teacher(String model, String role) {}

    public KnownDataset {
        aliases = List.copyOf(aliases);
        teachers = List.copyOf(teachers);
    }
}
