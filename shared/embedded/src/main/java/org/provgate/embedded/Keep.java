package org.provgate.embedded;

import java.nio.file.Path;

/// Where an embedded server keeps what it is given.
public sealed interface Keep {

    /// Until it is closed.
    record InMemory() implements Keep {}

    /// @param folder is made when it does not exist; belongs to one server alone
    record InFolder(Path folder) implements Keep {}
}
