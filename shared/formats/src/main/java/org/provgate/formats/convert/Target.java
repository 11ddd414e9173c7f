package org.provgate.formats.convert;

import org.provgate.core.claim.Word;

/// What a manifest can be written as.
public enum Target implements Word {
    NATIVE("provenance.yaml"),
    CROISSANT("croissant.json"),
    CYCLONEDX("provenance.cdx.json"),
    CYCLONEDX_1_7("provenance.cdx.json") {
        @Override
        public String word() {
            return "cyclonedx-1.7";
        }
    },
    SPDX("provenance.spdx3.json"),
    HUGGINGFACE("README.md"),
    OPENLINEAGE("produce.openlineage.json"),
    EU_SUMMARY("eu-training-summary.fragment.json"),
    AB2013("ab2013.fragment.json");

    private final String file;

    Target(String file) {
        this.file = file;
    }

    /// What such a file is usually called.
    public String file() {
        return file;
    }
}
