package org.provgate.core.facts;

/// How much of an object was looked into. "Could not check" is never "clean".
///
/// @param bytesRead stored bytes that were hashed and looked into
/// @param rowsRead rows that were looked into
/// @param complete whether every byte was looked into for evidence
public record Coverage(long bytesRead, long rowsRead, boolean complete) {}
