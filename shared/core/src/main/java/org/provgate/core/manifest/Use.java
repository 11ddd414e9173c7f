package org.provgate.core.manifest;

import org.provgate.core.claim.Word;

/// What a teacher did. Judging and filtering put no model text into the rows, yet use the output.
public enum Use implements Word {
    GENERATED,
    REWRITTEN,
    TRANSLATED,
    ANNOTATED,
    JUDGED,
    FILTERED,
    EMBEDDED,
    OTHER
}
