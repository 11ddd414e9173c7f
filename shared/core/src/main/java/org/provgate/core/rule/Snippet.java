package org.provgate.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.provgate.core.manifest.ManifestFormat;

/// Native fields to copy into a manifest, as each format writes them. What stands in capital letters is to be filled
/// in.
///
/// @param fields paths with dots, numbers for entries of lists, to values
public record Snippet(SequencedMap<String, String> fields) {

    private static final String PREFIX = "dpm:";

    /// A step on the way to values.
    private record Branch(SequencedMap<String, Object> members) {

        boolean isList() {
            return members.keySet().stream().allMatch(name -> name.matches("\\d+"));
        }
    }

    /// @param assignments such as `teachers=none`
    public static Snippet of(String... assignments) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int sign = assignment.indexOf('=');
            fields.put(assignment.substring(0, sign), assignment.substring(sign + 1));
        }
        return new Snippet(fields);
    }

    /// Where to write what, as a part of a sentence.
    ///
    /// @param file the manifest's name, which tells the XML form from the JSON form
    public String in(ManifestFormat format, String file) {
        return switch (format) {
            case NATIVE -> "`%s`".formatted(yaml());
            case HUGGINGFACE -> "in the card: `x-provenance: {%s}`".formatted(yaml());
            case CROISSANT, PROV, FRICTIONLESS, DTA -> "in this file: `%s`".formatted(json(PREFIX));
            case CYCLONEDX ->
                "in this file among the `properties`: `%s`"
                        .formatted(file.endsWith(".xml") ? xmlProperties() : jsonProperties());
            case SPDX ->
                "in this file: `{%s}` as the JSON statement of an Annotation of the element".formatted(json(""));
            case IN_TOTO -> "in this file: `%s` among the annotations".formatted(json("dpm_"));
        };
    }

    private String yaml() {
        return members(tree(), "", "%s: %s");
    }

    private String json(String prefix) {
        return members(tree(), prefix, "\"%s\": %s");
    }

    private String jsonProperties() {
        return properties("{\"name\": \"%s\", \"value\": \"%s\"}", ", ");
    }

    private String xmlProperties() {
        return properties("<property name=\"%s\">%s</property>", "");
    }

    /// Flat pairs have a list of texts as one name for all of its entries.
    private String properties(String form, String between) {
        return fields.entrySet().stream()
                .map(field -> form.formatted(PREFIX + field.getKey().replaceFirst("\\.\\d+$", ""), field.getValue()))
                .collect(Collectors.joining(between));
    }

    private Branch tree() {
        Branch root = new Branch(new LinkedHashMap<>());
        fields.forEach((path, value) -> {
            List<String> steps = new ArrayList<>(List.of(path.split("\\.", -1)));
            String last = steps.removeLast();
            Branch at = root;
            for (String step : steps) {
                at = (Branch) at.members.computeIfAbsent(step, _ -> new Branch(new LinkedHashMap<>()));
            }
            at.members.put(last, value);
        });
        return root;
    }

    private static String members(Branch branch, String prefix, String form) {
        return branch.members.entrySet().stream()
                .map(member -> form.formatted(prefix + member.getKey(), value(member, form)))
                .collect(Collectors.joining(", "));
    }

    private static String value(Map.Entry<String, Object> member, String form) {
        if (!(member.getValue() instanceof Branch branch)) {
            return form.startsWith("\"") ? "\"" + member.getValue() + "\"" : String.valueOf(member.getValue());
        }
        return branch.isList()
                ? branch.members.entrySet().stream()
                        .map(item -> value(item, form))
                        .collect(Collectors.joining(", ", "[", "]"))
                : "{" + members(branch, "", form) + "}";
    }
}
