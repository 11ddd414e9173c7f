package org.provgate.formats.report;

import java.util.Optional;

/// Where a report finds the text that a finding points at. May know nothing: then the report shows no text.
@FunctionalInterface
public interface SourceLines {

    SourceLines NONE = (file, line) -> Optional.empty();

    /// @param file path in the submission
    /// @param line counted from 1
    /// @return the line without its ending; empty when there is none, or when it is not for showing
    Optional<String> line(String file, long line);
}
