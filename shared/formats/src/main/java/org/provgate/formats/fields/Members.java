package org.provgate.formats.fields;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Fix;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Shown;

/// The members of one mapping under the names of its shape. A misspelt key is reported once and then read as the one
/// that was meant, so that one slip does not show up as two faults.
public final class Members {

    private static final Pattern EXTENSION = Pattern.compile("x-[a-z0-9]+(-[a-z0-9]+)*+");

    private final Place at;
    private final Shape shape;
    private final Map<String, Node> found;
    private final State state;

    /// Whether there is a mapping to read.
    public enum State {
        PRESENT,
        /// The document says nothing there.
        ABSENT,
        /// Something else stands there, which was reported.
        LOST
    }

    private Members(Place at, Shape shape, State state, Map<String, Node> found) {
        this.at = at;
        this.shape = shape;
        this.state = state;
        this.found = found;
    }

    static Members of(Mapping mapping, Shape shape, Faults faults) {
        for (String key : mapping.members().keySet()) {
            if (!shape.has(key) && !(shape.extensible() && isExtension(key))) {
                return withUnknown(mapping, shape, faults);
            }
        }
        return new Members(mapping.namedAt(), shape, State.PRESENT, mapping.members());
    }

    private static Members withUnknown(Mapping mapping, Shape shape, Faults faults) {
        Map<String, Node> found = new HashMap<>();
        for (String name : shape.names()) {
            mapping.get(name).ifPresent(node -> found.put(name, node));
        }
        mapping.members().forEach((key, node) -> {
            if (!faults.isFull() && !shape.has(key) && !(shape.extensible() && isExtension(key))) {
                unknown(key, node, shape, found, faults);
            }
        });
        return new Members(mapping.namedAt(), shape, State.PRESENT, found);
    }

    /// Members of a mapping that is not there or is something else: nothing more is said of any of them.
    static Members none(Place at, Shape shape, State state) {
        return new Members(at, shape, state, Map.of());
    }

    /// Where the mapping stands, or would.
    public Place at() {
        return at;
    }

    public Shape shape() {
        return shape;
    }

    public State state() {
        return state;
    }

    public Optional<Node> get(String name) {
        return Optional.ofNullable(found.get(name));
    }

    /// Where a member stands, or would.
    public Place placeOf(String name) {
        Node node = found.get(name);
        return node == null ? at.child(name) : node.at();
    }

    private static void unknown(String key, Node node, Shape shape, Map<String, Node> found, Faults faults) {
        if (shape.extensible() && key.startsWith("x-")) {
            faults.add(
                    node.namedAt(),
                    "%s is no key of your own: after `x-` come lower-case letters, digits and single hyphens"
                            .formatted(Shown.code(key)),
                    "Rename it, for instance to `x-example-ticket`.");
            return;
        }
        Set<String> free = new TreeSet<>(shape.names());
        free.removeAll(found.keySet());
        Optional<String> meant = Spelling.meant(key, free);
        if (meant.isPresent()) {
            faults.add(
                    node.namedAt(),
                    "%s is no field of %s; did you mean `%s`?".formatted(Shown.code(key), shape.what(), meant.get()),
                    "Rename it to `%s`.".formatted(meant.get()),
                    rename(node, meant.get()));
            found.put(meant.get(), node);
            return;
        }
        Optional<String> twin = Spelling.meant(key, shape.names());
        if (twin.isPresent()) {
            faults.add(
                    node.namedAt(),
                    "%s is no field of %s; did you mean `%s`? It is there already"
                            .formatted(Shown.code(key), shape.what(), twin.get()),
                    "Remove it.",
                    new Fix.Remove(node.pointer()));
            return;
        }
        faults.add(
                node.namedAt(),
                "%s is no field of %s".formatted(Shown.code(key), shape.what()),
                "Remove it%s. The fields here are %s."
                        .formatted(
                                shape.extensible() ? ", or rename it to a key of your own that begins with `x-`" : "",
                                String.join(", ", shape.names())));
    }

    private static Fix[] rename(Node node, String name) {
        String pointer = node.pointer();
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return JsonValues.of(node)
                .map(value -> new Fix[] {new Fix.Remove(pointer), new Fix.Add(parent + "/" + name, value)})
                .orElseGet(() -> new Fix[0]);
    }

    private static boolean isExtension(String key) {
        return EXTENSION.matcher(key).matches();
    }
}
