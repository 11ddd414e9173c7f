package org.provgate.core.manifest;

import org.provgate.core.claim.Word;

/// The formats a manifest may be written in, in the order of precedence when they disagree.
public enum ManifestFormat implements Word {
    NATIVE,
    IN_TOTO,
    CROISSANT,
    CYCLONEDX,
    SPDX,
    FRICTIONLESS,
    DTA,
    PROV,
    HUGGINGFACE
}
