package org.provgate.core.finding;

/// One machine-applicable step of a remedy, an operation of RFC 6902 on the manifest.
public sealed interface Fix {

    String path();

    record Add(String path, JsonValue value) implements Fix {}

    record Replace(String path, JsonValue value) implements Fix {}

    record Remove(String path) implements Fix {}
}
