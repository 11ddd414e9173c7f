package org.provgate.formats.cyclonedx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.provgate.formats.tree.XmlElement;
import org.provgate.formats.tree.XmlShape;

/// The XML form of CycloneDX, which says the same as the JSON form.
public final class BomXml implements XmlShape {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    /// Elements that stand for lists.
    private static final Set<String> LISTS = Set.of(
            "altIds",
            "ancestors",
            "annotations",
            "authors",
            "commits",
            "components",
            "compositions",
            "custodians",
            "dependencies",
            "descendants",
            "externalReferences",
            "formulation",
            "hashes",
            "inputs",
            "licenseTypes",
            "licenses",
            "outputs",
            "owners",
            "patches",
            "properties",
            "services",
            "steps",
            "stewards",
            "tags",
            "taskTypes",
            "tasks",
            "variants",
            "vulnerabilities",
            "workflows");

    /// What is read as one value, so that a second could be overlooked.
    private static final Set<String> SINGLE = Set.of(
            "author",
            "component",
            "contents",
            "description",
            "email",
            "expression",
            "governance",
            "group",
            "id",
            "license",
            "manufacturer",
            "metadata",
            "name",
            "organization",
            "pedigree",
            "publisher",
            "purl",
            "ref",
            "resource",
            "supplier",
            "timeEnd",
            "timeStart",
            "version");

    private static final Set<String> REPEATED = Set.of("contact", "data");

    private static final Map<String, String> TEXTS =
            Map.of("property", "value", "hash", "content", "text", "content", "attachment", "content");

    @Override
    public boolean takes(XmlElement root) {
        return root.name().equals("bom") && root.namespace().startsWith(NAMESPACE);
    }

    @Override
    public SequencedMap<String, String> said(XmlElement root) {
        SequencedMap<String, String> said = new LinkedHashMap<>();
        said.put("bomFormat", "CycloneDX");
        said.put("specVersion", root.namespace().substring(NAMESPACE.length()));
        return said;
    }

    @Override
    public boolean isList(String name) {
        return LISTS.contains(name);
    }

    @Override
    public boolean namesItems(String list) {
        return list.equals("licenses");
    }

    @Override
    public boolean isRepeated(String name) {
        return REPEATED.contains(name);
    }

    @Override
    public boolean isSingle(String name) {
        return SINGLE.contains(name) || LISTS.contains(name);
    }

    @Override
    public Optional<String> nameOfText(String name) {
        return Optional.ofNullable(TEXTS.get(name));
    }

    @Override
    public Optional<Pointing> pointing(String parent, String child) {
        return switch (parent + "/" + child) {
            case "dependency/dependency" -> Optional.of(new Pointing("dependsOn", "ref"));
            case "dependency/provides" -> Optional.of(new Pointing("provides", "ref"));
            default -> Optional.empty();
        };
    }
}
