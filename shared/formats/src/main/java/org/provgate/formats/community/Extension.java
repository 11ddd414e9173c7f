package org.provgate.formats.community;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.provgate.core.manifest.ManifestFormat;
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

    /// What is asked for most, as it is written in YAML, in JSON, and by the names of flat properties.
    private record Snippet(String yaml, String json, String flat) {}

    private static final Map<String, Snippet> SNIPPETS = Map.of(
            "contributors",
            new Snippet(
                    "contributors: [{name: NAME, email: EMAIL, roles: [submitter]}]",
                    "contributors\": [{\"name\": \"NAME\", \"email\": \"EMAIL\", \"roles\": [\"submitter\"]}]",
                    "`dpm:contributors.0.name`, `dpm:contributors.0.email` and `dpm:contributors.0.roles`"),
            "sources",
            new Snippet(
                    "sources: [{id: ID, type: human-authored, name: NAME, rightsBasis: own-work, collectionPeriod:"
                            + " {start: YYYY-MM, end: YYYY-MM}}]",
                    "sources\": [{\"id\": \"ID\", \"type\": \"human-authored\", \"name\": \"NAME\", \"rightsBasis\":"
                            + " \"own-work\", \"collectionPeriod\": {\"start\": \"YYYY-MM\", \"end\": \"YYYY-MM\"}}]",
                    "`dpm:sources.0.id`, `dpm:sources.0.type`, `dpm:sources.0.name`, `dpm:sources.0.rightsBasis`,"
                            + " `dpm:sources.0.collectionPeriod.start` and `dpm:sources.0.collectionPeriod.end`"));

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
    public static String howTo(ManifestFormat format, String name) {
        Snippet snippet = SNIPPETS.get(name);
        return snippet == null ? named(format, name) : written(format, snippet);
    }

    private static String written(ManifestFormat format, Snippet snippet) {
        return switch (format) {
            case NATIVE -> "`%s`".formatted(snippet.yaml);
            case HUGGINGFACE -> "in the card `x-provenance: {%s}`".formatted(snippet.yaml);
            case CROISSANT, PROV, FRICTIONLESS, DTA -> "in this file `\"dpm:%s`".formatted(snippet.json);
            case CYCLONEDX -> "in this file the properties %s".formatted(snippet.flat);
            case SPDX ->
                "in this file `{\"%s}` as the JSON statement of an Annotation of the element".formatted(snippet.json);
            case IN_TOTO -> "in this file `\"dpm_%s` among the annotations".formatted(snippet.json);
        };
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
