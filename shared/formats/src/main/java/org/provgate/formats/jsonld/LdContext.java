package org.provgate.formats.jsonld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.formats.community.Extension;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// What the keys of a document stand for. Only what is written in the document itself counts, and prefixes that
/// everybody means the same by.
public final class LdContext {

    public static final String SCHEMA = "https://schema.org/";
    public static final String CROISSANT = "http://mlcommons.org/croissant/";
    public static final String RAI = "http://mlcommons.org/croissant/RAI/";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String DCT = "http://purl.org/dc/terms/";

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("sc", SCHEMA),
            Map.entry("schema", SCHEMA),
            Map.entry("cr", CROISSANT),
            Map.entry("ml", CROISSANT),
            Map.entry("rai", RAI),
            Map.entry("dct", DCT),
            Map.entry("dcterms", DCT),
            Map.entry("prov", PROV),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("dpm", Extension.NAMESPACE));

    /// How often a term may stand for another one.
    private static final int LONGEST_CHAIN = 4;

    private final Map<String, String> terms = new HashMap<>();
    private final List<Scalar> remote = new ArrayList<>();
    private String vocabulary = "";

    /// @param contexts what stands under `@context`
    static LdContext of(Optional<Node> contexts, String vocabularyWhenNone) {
        LdContext context = new LdContext();
        contexts.ifPresent(context::add);
        if (context.vocabulary.isEmpty()) {
            context.vocabulary = vocabularyWhenNone;
        }
        return context;
    }

    /// Contexts that stand elsewhere; they are not fetched.
    public List<Scalar> remote() {
        return remote;
    }

    /// Whether a term of the document's own belongs to a namespace.
    public boolean speaks(String namespace) {
        return terms.keySet().stream().anyMatch(term -> expand(term).startsWith(namespace));
    }

    private void add(Node node) {
        switch (node) {
            case Sequence list -> list.items().forEach(this::add);
            case Scalar scalar -> {
                if (!scalar.isNull()) {
                    remote.add(scalar);
                }
            }
            case Mapping mapping -> mapping.members().forEach(this::define);
        }
    }

    private void define(String key, Node value) {
        Optional<String> meaning = switch (value) {
            case Scalar scalar -> Optional.of(scalar.text());
            case Mapping mapping ->
                mapping.get("@id").filter(Scalar.class::isInstance).map(id -> ((Scalar) id).text());
            case Sequence _ -> Optional.empty();
        };
        meaning.ifPresent(text -> {
            if (key.equals("@vocab")) {
                vocabulary = canonical(text);
            } else if (!key.startsWith("@")) {
                terms.put(key, text);
            }
        });
    }

    /// The full name of a key or a type; keywords stay as they are.
    public String expand(String key) {
        return expand(key, 0);
    }

    private String expand(String key, int depth) {
        if (key.startsWith("@")) {
            return key;
        }
        String own = terms.get(key);
        if (own != null && !own.equals(key) && depth < LONGEST_CHAIN) {
            return own.startsWith("@") ? own : expand(own, depth + 1);
        }
        int colon = key.indexOf(':');
        if (colon < 0) {
            return canonical(vocabulary + key);
        }
        String prefix = key.substring(0, colon);
        String local = key.substring(colon + 1);
        String meant = terms.getOrDefault(prefix, USUAL.getOrDefault(prefix, ""));
        if (meant.isEmpty() || local.startsWith("//")) {
            return canonical(key);
        }
        return canonical(
                depth < LONGEST_CHAIN && !meant.contains("/") ? expand(meant, depth + 1) + local : meant + local);
    }

    /// One spelling for names that are written with and without TLS, or with a version's own namespace.
    static String canonical(String iri) {
        if (iri.startsWith("http://schema.org/")) {
            return SCHEMA + iri.substring("http://schema.org/".length());
        }
        if (iri.startsWith("schema.org/")) {
            return "https://" + iri;
        }
        if (iri.startsWith("http://mlcommons.org/schema/")) {
            return CROISSANT + iri.substring("http://mlcommons.org/schema/".length());
        }
        if (iri.startsWith("https://mlcommons.org/croissant/")) {
            return "http" + iri.substring("https".length());
        }
        if (iri.startsWith("https://www.w3.org/ns/prov#")) {
            return "http" + iri.substring("https".length());
        }
        return iri;
    }
}
