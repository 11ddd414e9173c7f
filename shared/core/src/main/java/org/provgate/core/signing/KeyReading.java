package org.provgate.core.signing;

/// What came of reading a key.
///
/// @param <K> what the key can do
public sealed interface KeyReading<K> {

    record Read<K>(K key) implements KeyReading<K> {}

    /// @param why a clause about the text, such as "it holds no key"
    record Unusable<K>(String why) implements KeyReading<K> {}
}
