package org.provgate.formats.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Sequence;

/// The native manifest that a community document amounts to, while it is put together.
public final class Assembly {

    /// What a document describes that has no list of files.
    private static final String EVERYTHING = "**";

    private final Node root;
    private final Map<String, Node> stated;
    private final CommunityManifest manifest;
    private final Parts dataset;
    private final List<Mapping> contributors = new ArrayList<>();
    private final List<Mapping> sources = new ArrayList<>();
    private final List<Mapping> teachers = new ArrayList<>();
    private final List<Parts> files = new ArrayList<>();

    /// @param stated native fields that the document has as an extension; they go before its own words
    public Assembly(Node root, Map<String, Node> stated, CommunityManifest manifest) {
        this.root = root;
        this.stated = stated;
        this.manifest = manifest;
        this.dataset = Parts.at(root);
        stated.forEach((name, node) -> {
            if (!Extension.ofManifest().contains(name)) {
                dataset.put(name, node);
            } else if (name.equals("dataset") && node instanceof Mapping mapping) {
                dataset.fields(mapping.members());
            }
        });
    }

    public Parts dataset() {
        return dataset;
    }

    /// @param role the native word for the part that somebody has
    public Assembly contributor(Node at, Optional<Scalar> name, Optional<Scalar> email, String role) {
        name.ifPresent(it -> {
            Parts parts = Parts.at(at).put("name", Texts.line(it));
            email.map(Texts::line)
                    .filter(address -> address.text().contains("@"))
                    .ifPresent(address -> parts.put("email", address));
            contributors.add(parts.all("roles", List.of(Texts.text(it, role))).mapping());
        });
        return this;
    }

    public Assembly source(Mapping source) {
        sources.add(source);
        return this;
    }

    public Assembly teacher(Mapping teacher) {
        teachers.add(teacher);
        return this;
    }

    public List<Mapping> teachers() {
        return teachers;
    }

    /// @return the entry, to be filled in
    public Parts file(Node at) {
        Parts entry = Parts.at(at);
        files.add(entry);
        return entry;
    }

    public boolean listsFiles() {
        return !files.isEmpty() || stated.containsKey("files");
    }

    public Mapping build() {
        Parts whole = Parts.at(root);
        whole.put("dataset", dataset.mapping());
        whole.put("contributors", Optional.ofNullable(stated.get("contributors")));
        whole.put("attestations", Optional.ofNullable(stated.get("attestations")));
        whole.all("contributors", distinctContributors());
        Optional<Node> allSources = union("sources", sources, List.of("id", "uri"));
        Optional<Node> allTeachers = union("teachers", teachers, List.of("id", "model"));
        whole.put("sources", allSources);
        whole.put("teachers", allTeachers);
        whole.put("files", Optional.ofNullable(stated.get("files")));
        if (!whole.has("files")) {
            if (files.isEmpty()) {
                file(root).text("glob", root, EVERYTHING);
            }
            whole.all(
                    "files",
                    files.stream()
                            .map(entry -> filled(entry, allSources, allTeachers))
                            .toList());
        }
        return whole.mapping();
    }

    /// An entry that says nothing of its own has what the dataset has.
    private static Mapping filled(Parts entry, Optional<Node> sources, Optional<Node> teachers) {
        sources.ifPresent(all -> entry.all("sources", ids(all)));
        teachers.ifPresent(all -> entry.all("teachers", ids(all)));
        return entry.mapping();
    }

    private static List<Scalar> ids(Node list) {
        return Texts.mappings(Texts.each(Optional.of(list))).stream()
                .flatMap(item -> Texts.scalar(item, "id").stream())
                .toList();
    }

    private List<Mapping> distinctContributors() {
        List<Mapping> distinct = new ArrayList<>();
        for (Mapping each : contributors) {
            if (distinct.stream().noneMatch(other -> same(each, other, "name"))) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /// What the extension states, and with it what the document names in its own way: none of it may vanish.
    private Optional<Node> union(String what, List<Mapping> named, List<String> keys) {
        Optional<Node> said = Optional.ofNullable(stated.get(what));
        if (said.isEmpty()) {
            return named.isEmpty() ? Optional.empty() : Optional.of(Sequence.of(named.getFirst(), named));
        }
        if (named.isEmpty()) {
            return said;
        }
        if (!(said.get() instanceof Sequence list)) {
            manifest.fault(
                    said.get(),
                    "`%s` is %s, and yet the file names %s on line %d"
                            .formatted(
                                    what,
                                    said.get().inWords(),
                                    Texts.scalar(named.getFirst(), what.equals("teachers") ? "model" : "name")
                                            .map(Scalar::inWords)
                                            .orElse("one"),
                                    named.getFirst().at().line()),
                    "Say one of the two.");
            return Optional.of(Sequence.of(named.getFirst(), named));
        }
        List<Node> all = new ArrayList<>(list.items());
        named.stream()
                .filter(one -> list.items().stream()
                        .noneMatch(item -> item instanceof Mapping mapping
                                && keys.stream().anyMatch(key -> same(mapping, one, key))))
                .forEach(all::add);
        return Optional.of(Sequence.of(list, all));
    }

    private static boolean same(Mapping a, Mapping b, String name) {
        Optional<String> one = Texts.scalar(a, name).map(Scalar::text);
        return one.isPresent() && one.equals(Texts.scalar(b, name).map(Scalar::text));
    }
}
