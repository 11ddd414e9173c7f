package org.provgate.formats.spdx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// The elements of an SPDX 3 document and what they have to do with each other.
final class SpdxGraph {

    static final String DATASET = "dataset_DatasetPackage";
    static final String MODEL = "ai_AIPackage";
    static final String FILE = "software_File";
    static final String BUILD = "build_Build";

    private static final String MARK = "dpm";

    private final List<Mapping> elements = new ArrayList<>();
    private final Map<String, Mapping> byId = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Map<String, Map<String, Node>> statedBySubject = new HashMap<>();

    /// @param at the relationship itself
    record Relation(Mapping at, String from, String type, List<String> to) {}

    SpdxGraph(Mapping root, CommunityManifest manifest) {
        List<Node> nodes = root.has("@graph") ? Texts.each(root, "@graph") : List.of(root);
        elements.addAll(Texts.mappings(nodes));
        for (Mapping element : elements) {
            id(element).ifPresent(id -> byId.putIfAbsent(id, element));
            String type = type(element);
            if (type.endsWith("Relationship")) {
                relate(element);
            } else if (type.equals("Annotation")) {
                annotate(element, manifest);
            }
            element.get("verifyUsing")
                    .ifPresent(it -> manifest.fault(
                            it,
                            "`verifyUsing` is no field of SPDX, so the digest in it is not read",
                            "Write `verifiedUsing`."));
        }
    }

    static String type(Mapping element) {
        return Texts.scalar(element, "type")
                .or(() -> Texts.scalar(element, "@type"))
                .map(Scalar::text)
                .orElse("");
    }

    static Optional<String> id(Mapping element) {
        return Texts.scalar(element, "spdxId")
                .or(() -> Texts.scalar(element, "@id"))
                .map(Scalar::text);
    }

    private void relate(Mapping relation) {
        Optional<String> from = reference(relation.get("from"));
        Optional<Scalar> type = Texts.scalar(relation, "relationshipType");
        if (from.isPresent() && type.isPresent()) {
            List<String> to = Texts.each(relation, "to").stream()
                    .flatMap(it -> reference(Optional.of(it)).stream())
                    .toList();
            relations.add(new Relation(relation, from.get(), type.get().text(), to));
        }
    }

    /// An element is named, or written out where it is meant.
    private static Optional<String> reference(Optional<Node> node) {
        return node.flatMap(it ->
                it instanceof Mapping mapping ? id(mapping) : Texts.scalar(it).map(Scalar::text));
    }

    /// A JSON statement about an element holds native fields of it.
    private void annotate(Mapping annotation, CommunityManifest manifest) {
        Optional<String> subject = reference(annotation.get("subject"));
        Optional<Scalar> statement = Texts.scalar(annotation, "statement");
        boolean json = Texts.scalar(annotation, "contentType")
                .filter(it -> it.text().equals("application/json"))
                .isPresent();
        if (subject.isEmpty() || statement.isEmpty() || !json) {
            return;
        }
        TreeReading read = JsonTree.read(
                SourceText.within(statement.get().at(), statement.get().text()));
        if (read instanceof TreeReading.Read(Mapping fields, var _)) {
            statedBySubject
                    .computeIfAbsent(subject.get(), _ -> new LinkedHashMap<>())
                    .putAll(withoutMark(fields));
        } else if (read instanceof TreeReading.Broken broken) {
            manifest.fault(statement.get(), "The statement is no JSON. " + broken.message(), "Mend the statement.");
        }
    }

    /// A statement may say that it is one of ours; that is no field.
    private static Map<String, Node> withoutMark(Mapping fields) {
        Map<String, Node> stated = new LinkedHashMap<>(fields.members());
        stated.remove(MARK);
        return stated;
    }

    List<Mapping> ofType(String type) {
        return elements.stream().filter(it -> type(it).equals(type)).toList();
    }

    Optional<Mapping> element(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Stream<Relation> relations(String type) {
        return relations.stream().filter(it -> it.type.equals(type));
    }

    /// Native fields that annotations state of an element.
    Map<String, Node> stated(Mapping element) {
        return new LinkedHashMap<>(id(element).map(statedBySubject::get).orElse(Map.of()));
    }

    /// The dataset that the document is about: a root of it, or the one that no other was made from.
    Optional<Mapping> dataset() {
        List<Mapping> datasets = ofType(DATASET);
        List<String> roots = Stream.of("SpdxDocument", "software_Sbom", "Bom", "Bundle")
                .flatMap(type -> ofType(type).stream())
                .flatMap(it -> Texts.each(it, "rootElement").stream())
                .flatMap(it -> reference(Optional.of(it)).stream())
                .toList();
        return datasets.stream()
                .filter(it -> id(it).filter(roots::contains).isPresent())
                .findFirst()
                .or(() -> datasets.stream()
                        .filter(it -> id(it).filter(this::isUpstream).isEmpty())
                        .findFirst())
                .or(() -> datasets.stream().findFirst());
    }

    private boolean isUpstream(String id) {
        return relations.stream()
                .anyMatch(it -> (it.type.equals("descendantOf") && it.to.contains(id))
                        || (it.type.equals("ancestorOf") && it.from.equals(id)));
    }

    Optional<Scalar> license(Mapping element) {
        Optional<String> id = id(element);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Stream.of("hasDeclaredLicense", "hasConcludedLicense")
                .flatMap(this::relations)
                .filter(it -> it.from.equals(id.get()))
                .flatMap(it -> it.to.stream().limit(1).flatMap(target -> license(it, target).stream()))
                .findFirst();
    }

    private Optional<Scalar> license(Relation relation, String target) {
        Optional<Scalar> written = element(target)
                .flatMap(it -> Texts.scalar(it, "simplelicensing_licenseExpression")
                        .or(() -> Texts.scalar(it, "expandedlicensing_licenseId"))
                        .or(() -> Texts.scalar(it, "name")));
        if (written.isPresent()) {
            return Texts.license(written.get());
        }
        String local = target.substring(target.lastIndexOf('/') + 1);
        return Texts.license(Texts.text(
                relation.at.get("to").orElse(relation.at),
                switch (local) {
                    case "NoAssertionLicense" -> "NOASSERTION";
                    case "NoneLicense" -> "NONE";
                    default -> target.startsWith("https://spdx.org/licenses/") ? target : local;
                }));
    }

    /// People, organisations and programs that an element names.
    List<Mapping> agents(Mapping element, String name) {
        return Texts.each(element, name).stream()
                .flatMap(it -> reference(Optional.of(it)).flatMap(this::element).stream())
                .filter(it -> List.of("Person", "Organization", "Agent").contains(type(it)))
                .toList();
    }

    /// Who wrote the document that an element stands in.
    List<Mapping> makers(Mapping element) {
        return reference(element.get("creationInfo")).flatMap(this::element).stream()
                .flatMap(it -> agents(it, "createdBy").stream())
                .toList();
    }
}
