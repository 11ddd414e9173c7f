package org.provgate.formats.cyclonedx;

import java.util.List;
import java.util.Optional;
import org.provgate.formats.community.Assembly;
import org.provgate.formats.community.Parts;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;

/// The component that the dataset is, and who answers for it.
record BomDataset(Mapping component, Mapping metadata) {

    private static final List<String> GOVERNANCE = List.of("owners", "custodians", "stewards");

    void into(Assembly assembly) {
        Parts dataset = BomReader.named(assembly.dataset(), component);
        dataset.put("version", Texts.scalar(component, "version").flatMap(Texts::version));
        dataset.put("description", Texts.scalar(component, "description").map(Texts::prose));
        dataset.put("license", BomReader.license(component));
        dataset.put("url", BomReader.address(component, "website", "distribution", "vcs"));
        List<Mapping> details = Texts.mappings(Texts.each(component, "data"));
        for (Mapping detail : details) {
            dataset.put("description", Texts.scalar(detail, "description").map(Texts::prose));
            if (detail.get("contents").orElse(detail) instanceof Mapping contents && detail.has("contents")) {
                dataset.put("url", Texts.scalar(contents, "url").flatMap(Texts::address));
            }
            detail.get("governance").ifPresent(it -> governance(it, assembly));
        }
        people(Texts.each(component, "authors"), "creator", assembly);
        people(Texts.each(metadata, "authors"), "creator", assembly);
        organization(component.get("supplier"), "publisher", assembly);
        organization(component.get("manufacturer"), "creator", assembly);
        Texts.scalar(component, "publisher")
                .ifPresent(it -> assembly.contributor(it, Optional.of(it), Optional.empty(), "publisher"));
        Texts.scalar(component, "author")
                .ifPresent(it -> assembly.contributor(it, Optional.of(it), Optional.empty(), "creator"));
    }

    private static void governance(Node governance, Assembly assembly) {
        if (!(governance instanceof Mapping mapping)) {
            return;
        }
        for (String part : GOVERNANCE) {
            String role = switch (part) {
                case "owners" -> "rights-holder";
                case "custodians" -> "curator";
                default -> "contact";
            };
            for (Mapping party : Texts.mappings(Texts.each(mapping, part))) {
                organization(party.get("organization"), role, assembly);
                people(Texts.each(party, "contact"), role, assembly);
            }
        }
    }

    private static void people(List<Node> people, String role, Assembly assembly) {
        for (Mapping person : Texts.mappings(people)) {
            Optional<Scalar> name = Texts.scalar(person, "name");
            assembly.contributor(person, name, Texts.scalar(person, "email"), role);
        }
    }

    private static void organization(Optional<Node> organization, String role, Assembly assembly) {
        organization
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(it -> assembly.contributor(it, Texts.scalar(it, "name"), Optional.empty(), role));
    }
}
