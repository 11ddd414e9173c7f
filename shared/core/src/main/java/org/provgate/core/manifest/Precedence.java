package org.provgate.core.manifest;

import java.util.Comparator;

/// Which of several manifests counts where they differ.
public final class Precedence {

    /// The one that counts comes first; of one format, the one whose path comes first.
    public static final Comparator<Manifest> ORDER = Comparator.comparingInt(
                    (Manifest manifest) -> rank(manifest.format()))
            .thenComparing(Manifest::file);

    private Precedence() {}

    /// A statement whose signature nobody has checked is a note, so it stands near the end.
    private static int rank(ManifestFormat format) {
        return switch (format) {
            case NATIVE -> 0;
            case CROISSANT -> 1;
            case CYCLONEDX, SPDX -> 2;
            case FRICTIONLESS -> 3;
            case DTA -> 4;
            case PROV -> 5;
            case HUGGINGFACE -> 6;
            case IN_TOTO -> 7;
        };
    }
}
