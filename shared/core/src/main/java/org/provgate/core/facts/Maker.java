package org.provgate.core.facts;

/// Who a sign speaks for.
public sealed interface Maker {

    /// @param provider id of a provider of the registry
    record Provider(String provider) implements Maker {}

    /// @param provider id of a provider of the registry
    /// @param model the model as the rows write it
    record Model(String provider, String model) implements Maker {}

    /// Made by a model, but the sign does not say whose.
    record Unknown() implements Maker {}
}
