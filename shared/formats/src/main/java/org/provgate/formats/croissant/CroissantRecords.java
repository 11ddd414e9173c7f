package org.provgate.formats.croissant;

import static org.provgate.formats.jsonld.LdContext.CROISSANT;
import static org.provgate.formats.jsonld.LdContext.SCHEMA;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Texts;
import org.provgate.formats.jsonld.LdGraph;
import org.provgate.formats.jsonld.LdValues;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// How records are laid out says nothing about where they come from, and so nothing here decides anything. What
/// Croissant's own tools would stumble over is worth a note all the same.
final class CroissantRecords {

    private static final String FIELD = CROISSANT + "field";
    private static final List<String> ORIGINS = List.of(
            CROISSANT + "fileObject", CROISSANT + "fileSet", SCHEMA + "distribution", CROISSANT + "distribution");

    private final LdGraph graph;
    private final CommunityManifest manifest;

    CroissantRecords(LdGraph graph, CommunityManifest manifest) {
        this.graph = graph;
        this.manifest = manifest;
    }

    void check(Mapping dataset) {
        worded(dataset);
        for (Mapping file : graph.nodes(dataset, SCHEMA + "distribution", CROISSANT + "distribution")) {
            worded(file);
            named(file, "An entry of `distribution`");
        }
        for (Mapping set : graph.nodes(dataset, CROISSANT + "recordSet", SCHEMA + "recordSet")) {
            worded(set);
            named(set, "A record set");
            records(set);
        }
    }

    private void records(Mapping set) {
        Set<String> origins = new HashSet<>();
        boolean joined = false;
        for (Mapping field : graph.nodes(set, FIELD)) {
            worded(field);
            named(field, "A field");
            typed(field);
            joined |= !graph.values(field, CROISSANT + "references").isEmpty();
            for (Mapping source : graph.nodes(field, CROISSANT + "source")) {
                origins.addAll(origins(source));
            }
        }
        if (origins.size() > 1 && !joined) {
            manifest.notice(
                    set,
                    "The fields of this record set are taken from %d files, and nothing says how their rows belong"
                                    .formatted(origins.size())
                            + " together",
                    "Join them with `cr:references`.");
        }
    }

    /// The files a field is taken from; what is referred to and not described is remarked on.
    private Set<String> origins(Mapping source) {
        Set<String> found = new HashSet<>();
        for (String term : ORIGINS) {
            graph.values(source, term).forEach(it -> reference(it).ifPresent(found::add));
        }
        graph.values(source, FIELD, CROISSANT + "recordSet").forEach(this::reference);
        return found;
    }

    private Optional<String> reference(Node value) {
        Optional<String> id = value instanceof Mapping mapping
                ? LdGraph.id(mapping)
                : Texts.scalar(value).map(Scalar::text);
        id.filter(it -> !graph.isKnown(it))
                .filter(it -> !graph.isKnown(it.substring(it.lastIndexOf('/') + 1)))
                .ifPresent(it -> manifest.notice(
                        value,
                        "A field is taken from \"%s\", which the document does not describe".formatted(it),
                        "Correct the reference."));
        return id;
    }

    /// A field that is taken from another one has its type.
    private void typed(Mapping field) {
        boolean part = !graph.values(field, CROISSANT + "subField", CROISSANT + "parentField")
                        .isEmpty()
                || graph.nodes(field, CROISSANT + "source").stream()
                        .anyMatch(source -> !graph.values(source, FIELD).isEmpty());
        if (!part && graph.values(field, CROISSANT + "dataType").isEmpty()) {
            manifest.notice(
                    field,
                    "A field has no `cr:dataType`",
                    "Add it, or say in `@context` that `dataType` stands for `cr:dataType`.");
        }
        boolean shaped = !graph.values(field, CROISSANT + "arrayShape").isEmpty();
        boolean array = graph.text(field, CROISSANT + "isArray")
                .filter(it -> it.text().equalsIgnoreCase("true"))
                .isPresent();
        if (shaped && !array) {
            manifest.notice(field, "A field has an `arrayShape` and is no array", "Add `\"cr:isArray\": true`.");
        }
    }

    private void named(Mapping node, String what) {
        if (graph.values(node, SCHEMA + "name", "@id").isEmpty()) {
            manifest.notice(node, "%s has no name".formatted(what), "Add `name`.");
        }
    }

    private void worded(Mapping node) {
        for (String term : List.of("name", "description")) {
            graph.members(node).forEach((name, value) -> {
                if (name.equals(SCHEMA + term)) {
                    worded(value, term);
                }
            });
        }
    }

    private void worded(Node value, String term) {
        switch (value) {
            case Sequence list -> list.items().forEach(item -> worded(item, term));
            case Mapping mapping
            when mapping.has("@value") -> worded(mapping.get("@value").orElse(mapping), term);
            case Mapping mapping
            when LdValues.scalar(mapping).isPresent() ->
                mapping.members().values().forEach(item -> worded(item, term));
            case Scalar scalar
            when !scalar.isText() && !scalar.isNull() ->
                manifest.notice(
                        scalar,
                        "`%s` is %s; a text is wanted".formatted(term, scalar.inWords()),
                        "Put it in quotation marks.");
            case Mapping _, Scalar _ -> {}
        }
    }
}
