package org.provgate.formats.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.formats.manifest.ManifestCandidates;

/// Which files may be manifests, by their names. A name alone decides nothing; the content has to agree.
final class Candidates {

    private static final List<String> FOLDERS = List.of("", ".provenance/", "metadata/", "META-INF/");

    /// A name that promises a format.
    ///
    /// @param plain whether nothing else is called so, so that another content is worth a word
    private record Name(Pattern pattern, ManifestFormat format, boolean plain) {
        static Name of(String pattern, ManifestFormat format, boolean plain) {
            return new Name(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), format, plain);
        }
    }

    private static final List<Name> NAMES = List.of(
            Name.of("croissant\\.json(?:ld)?|.+\\.croissant\\.json(?:ld)?", ManifestFormat.CROISSANT, true),
            Name.of("datapackage\\.json", ManifestFormat.FRICTIONLESS, true),
            Name.of(".+\\.cdx\\.(?:json|xml)", ManifestFormat.CYCLONEDX, true),
            Name.of("bom\\.(?:json|xml)|sbom.*\\.(?:json|xml)", ManifestFormat.CYCLONEDX, false),
            Name.of(".+\\.spdx3?\\.json(?:ld)?", ManifestFormat.SPDX, true),
            Name.of(".+\\.spdx(?:\\.ya?ml)?", ManifestFormat.SPDX, false),
            Name.of("(?:data-provenance|dps).*\\.(?:json|ya?ml)", ManifestFormat.DTA, false),
            Name.of(".+\\.intoto\\.jsonl?|.+\\.dsse\\.json|.+\\.statement\\.json", ManifestFormat.IN_TOTO, true),
            Name.of(".+\\.att", ManifestFormat.IN_TOTO, false),
            Name.of(".+\\.prov\\.json(?:ld)?|.+\\.provn|prov.*\\.ttl", ManifestFormat.PROV, false),
            Name.of("readme\\.md", ManifestFormat.HUGGINGFACE, false),
            Name.of("metadata\\.json|.+\\.jsonld|.+\\.package\\.json", ManifestFormat.CROISSANT, false));

    private Candidates() {}

    static boolean isCandidate(String path) {
        return ManifestCandidates.isNative(path) || nameOf(path).isPresent();
    }

    /// The format that the name alone promises, where no other file is called so.
    static Optional<ManifestFormat> promised(String path) {
        return nameOf(path).filter(Name::plain).map(Name::format);
    }

    private static Optional<Name> nameOf(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String name = path.substring(slash);
        boolean here = FOLDERS.contains(path.substring(0, slash));
        return here
                ? NAMES.stream()
                        .filter(known -> known.pattern.matcher(name).matches())
                        .findFirst()
                : Optional.empty();
    }

    /// Cards are called so in one way only.
    static boolean isCard(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".md");
    }
}
