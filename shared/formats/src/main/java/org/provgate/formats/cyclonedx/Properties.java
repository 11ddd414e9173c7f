package org.provgate.formats.cyclonedx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.provgate.formats.community.Extension;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// Native fields in `properties`: pairs of texts whose names begin with `dpm:`, dots for nesting, numbers for the
/// entries of lists, a repeated name for a list of texts.
final class Properties {

    /// Fields that are lists even of one.
    private static final Set<String> LISTS = Set.of(
            "uses",
            "roles",
            "geography",
            "languages",
            "modalities",
            "processing",
            "userAgents",
            "optOuts",
            "domains",
            "viaSources");

    /// Fields that are lists, or the word for none.
    private static final Set<String> LISTS_OR_NONE = Set.of("sources", "teachers");

    private static final Set<String> NUMBERS = Set.of("bytes", "rows");

    private static final int DEEPEST = 8;
    private static final int MOST = 20_000;

    /// A name's step on the way to values: either has values or further steps.
    private static final class Branch {
        private final List<Scalar> values = new ArrayList<>();
        private final SequencedMap<String, Branch> branches = new LinkedHashMap<>();
    }

    private Properties() {}

    /// The native fields of a component; the place of each is its property's value.
    static Map<String, Node> of(Mapping component) {
        Branch root = new Branch();
        Texts.mappings(Texts.each(component, "properties")).stream().limit(MOST).forEach(property -> {
            Optional<Scalar> name = Texts.scalar(property, "name");
            Optional<Scalar> value = Texts.scalar(property, "value");
            if (name.isPresent() && value.isPresent() && name.get().text().startsWith(Extension.PREFIX)) {
                put(root, name.get().text().substring(Extension.PREFIX.length()), value.get());
            }
        });
        Map<String, Node> fields = new LinkedHashMap<>();
        root.branches.forEach((name, branch) -> node(name, branch).ifPresent(node -> fields.put(name, node)));
        return fields;
    }

    private static void put(Branch root, String path, Scalar value) {
        Branch at = root;
        String[] steps = path.split("\\.", DEEPEST);
        for (String step : steps) {
            at = at.branches.computeIfAbsent(step, _ -> new Branch());
        }
        at.values.add(value);
    }

    private static Optional<Node> node(String name, Branch branch) {
        if (branch.branches.isEmpty()) {
            return values(name, branch.values);
        }
        SequencedMap<String, Node> members = new LinkedHashMap<>();
        branch.branches.forEach((key, inner) -> node(key, inner).ifPresent(node -> members.put(key, node)));
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Node place = members.firstEntry().getValue();
        boolean numbered = members.keySet().stream().allMatch(key -> key.matches("\\d{1,5}"));
        return Optional.of(numbered ? Sequence.of(place, List.copyOf(members.values())) : Mapping.of(place, members));
    }

    private static Optional<Node> values(String name, List<Scalar> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Scalar first = values.getFirst();
        boolean said = values.size() == 1 && Set.of("none", "unknown").contains(first.text());
        if (values.size() > 1 || LISTS.contains(name) || (LISTS_OR_NONE.contains(name) && !said)) {
            return Optional.of(Sequence.of(first, values));
        }
        return Optional.of(NUMBERS.contains(name) ? Scalar.of(first, first.text(), Scalar.Form.NUMBER) : first);
    }
}
