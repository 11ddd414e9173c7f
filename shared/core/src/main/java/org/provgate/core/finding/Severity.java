package org.provgate.core.finding;

import org.provgate.core.claim.Word;

/// From mild to grave, so that `compareTo` means what it says. Only an error quarantines.
public enum Severity implements Word {
    NOTE,
    WARNING,
    ERROR
}
