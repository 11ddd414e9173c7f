package org.provgate.formats.jsonld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// Values of JSON-LD in their several wrappings.
public final class LdValues {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+");

    private LdValues() {}

    /// The single value: itself, in a value object, the address of a reference, or out of a map of languages.
    public static Optional<Scalar> scalar(Node value) {
        return switch (value) {
            case Scalar _ -> Texts.scalar(value);
            case Mapping mapping when mapping.has("@value") -> Texts.scalar(mapping, "@value");
            case Mapping mapping when mapping.has("@id") -> Texts.scalar(mapping, "@id");
            case Mapping mapping -> ofLanguages(mapping);
            case Sequence _ -> Optional.empty();
        };
    }

    private static Optional<Scalar> ofLanguages(Mapping mapping) {
        boolean languages = !mapping.members().isEmpty()
                && mapping.members().keySet().stream()
                        .allMatch(key -> TAG.matcher(key).matches() || key.equals("@none"));
        if (!languages) {
            return Optional.empty();
        }
        return Texts.scalar(mapping, "en")
                .or(() -> mapping.members().values().stream()
                        .flatMap(value -> Texts.scalar(value).stream())
                        .findFirst());
    }

    /// The native fields of a node, without their prefix and without the wrappings of JSON-LD.
    public static Map<String, Node> extension(LdGraph graph, Mapping node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        graph.members(node).forEach((name, value) -> {
            if (name.startsWith(Extension.NAMESPACE)) {
                fields.put(name.substring(Extension.NAMESPACE.length()), bare(value));
            }
        });
        return fields;
    }

    private static Node bare(Node value) {
        return switch (value) {
            case Mapping mapping
            when mapping.has("@value") -> mapping.get("@value").orElseThrow();
            case Sequence list
            when list.items().size() == 1 && list.items().getFirst() instanceof Mapping only && only.has("@value") ->
                only.get("@value").orElseThrow();
            case Sequence list -> {
                List<Node> items = new ArrayList<>();
                list.items().forEach(item -> items.add(bare(item)));
                yield Sequence.of(list, items);
            }
            case Mapping _, Scalar _ -> value;
        };
    }
}
