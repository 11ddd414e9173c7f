package org.provgate.formats.community;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.rule.Snippet;
import org.provgate.formats.manifest.ManifestBinding;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;

/// Native fields inside a document of another format: what the format itself has no place for.
public final class Extension {

    /// What the prefix stands for where a format has namespaces.
    public static final String NAMESPACE = "urn:dataset-provenance:manifest:v1#";

    public static final String PREFIX = "dpm:";

    /// Begins the names that our writers give to parts of a document; they name nothing outside it.
    public static final String OWN_NAMES = "urn:dataset-provenance:document:";

    /// What readers ask for, with a value that is an example or a place to fill in.
    private static final Map<String, Snippet> SNIPPETS = Map.ofEntries(
            Map.entry(
                    "contributors",
                    Snippet.of(
                            "contributors.0.name=NAME",
                            "contributors.0.email=EMAIL",
                            "contributors.0.roles.0=submitter")),
            Map.entry(
                    "sources",
                    Snippet.of(
                            "sources.0.id=ID",
                            "sources.0.type=human-authored",
                            "sources.0.name=NAME",
                            "sources.0.rightsBasis=own-work",
                            "sources.0.collectionPeriod.start=YYYY-MM",
                            "sources.0.collectionPeriod.end=YYYY-MM")),
            Map.entry("collectionPeriod", period("collectionPeriod")),
            Map.entry("generationPeriod", period("generationPeriod")),
            Map.entry("rightsBasis", Snippet.of("rightsBasis=license")),
            Map.entry("crawl", Snippet.of("crawl.robots=honored")),
            Map.entry("uri", Snippet.of("uri=https://ADDRESS")),
            Map.entry("name", Snippet.of("name=NAME")),
            Map.entry("id", Snippet.of("id=ID")),
            Map.entry("provider", Snippet.of("provider=MAKER")),
            Map.entry("model", Snippet.of("model=MODEL")),
            Map.entry("uses", Snippet.of("uses.0=generated")),
            Map.entry("accessChannel", Snippet.of("accessChannel=provider-api")),
            Map.entry("license", Snippet.of("license=SPDX-EXPRESSION")));

    private Extension() {}

    /// The native fields of a mapping that are written with the prefix, without it.
    public static Map<String, Node> of(Mapping mapping) {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping.members().forEach((key, node) -> {
            if (key.startsWith(PREFIX)) {
                fields.put(key.substring(PREFIX.length()), node);
            }
        });
        return fields;
    }

    /// Those that belong to the manifest itself, not to its dataset.
    public static Set<String> ofManifest() {
        return ManifestBinding.MANIFEST.names();
    }

    /// How a native field is written in a format, as the end of a sentence.
    ///
    /// @param file the manifest's name
    public static String howTo(ManifestFormat format, String file, String name) {
        Snippet snippet = SNIPPETS.get(name);
        return snippet == null ? named(format, name) : snippet.in(format, file);
    }

    private static Snippet period(String name) {
        return Snippet.of(name + ".start=YYYY-MM", name + ".end=YYYY-MM");
    }

    private static String named(ManifestFormat format, String name) {
        return switch (format) {
            case NATIVE -> "`%s`".formatted(name);
            case HUGGINGFACE -> "under `x-provenance`, in the words of provenance.yaml, `%s`".formatted(name);
            case CROISSANT, PROV, FRICTIONLESS, DTA ->
                "here as `dpm:%s`, in the words of provenance.yaml".formatted(name);
            case CYCLONEDX -> "here as a property named `dpm:%s`".formatted(name);
            case SPDX -> "here as `%s` in the JSON statement of an Annotation of the element".formatted(name);
            case IN_TOTO -> "here as the annotation `dpm_%s`".formatted(name);
        };
    }
}
