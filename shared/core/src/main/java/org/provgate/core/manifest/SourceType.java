package org.provgate.core.manifest;

import org.provgate.core.claim.Word;

/// Kinds of data sources, shaped on the categories of the EU training-data summary.
public enum SourceType implements Word {
    DATASET,
    WEB_CRAWL,
    API,
    HUMAN_AUTHORED,
    HUMAN_ANNOTATION,
    USER_DATA,
    INTERNAL_LOGS,
    DIGITIZED,
    PROGRAMMATIC,
    OTHER
}
