package org.provgate.formats.manifest;

import java.util.List;

/// Words of the native manifest that are more than one reader's business.
public final class NativeWords {

    /// What a contributor may be.
    public static final List<String> ROLES =
            List.of("submitter", "creator", "curator", "annotator", "rights-holder", "contact", "funder", "publisher");

    /// By what right a source's rows are offered.
    public static final List<String> RIGHTS_BASES = List.of(
            "license",
            "contract",
            "consent",
            "own-work",
            "public-domain",
            "tdm-exception",
            "statutory",
            "terms-of-service",
            "other");

    private NativeWords() {}
}
