package org.provgate.core.manifest;

import org.provgate.core.claim.Word;

/// How the teacher was reached. The same model has other terms through another door.
public enum AccessChannel implements Word {
    PROVIDER_API,
    CLOUD_MARKETPLACE,
    RESELLER,
    CONSUMER_APP,
    SELF_HOSTED,
    UPSTREAM_DATASET,
    UNKNOWN
}
