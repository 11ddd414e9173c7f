package org.provgate.formats.convert;

import java.util.List;
import java.util.regex.Pattern;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.manifest.NativeManifestReader;

/// Writes provenance.yaml. Texts that any YAML tool could take for something else stand in quotation marks.
final class NativeYaml {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z-]{3,30}");

    private final StringBuilder out = new StringBuilder();

    private NativeYaml() {}

    static String of(JsonValue.Members manifest) {
        NativeYaml yaml = new NativeYaml();
        yaml.out.append("manifest: ").append(NativeManifestReader.VERSION).append('\n');
        yaml.members(manifest, 0);
        return yaml.out.toString();
    }

    /// Members as they stand in a document of another kind.
    static String block(JsonValue.Members members) {
        NativeYaml yaml = new NativeYaml();
        yaml.members(members, 0);
        return yaml.out.toString();
    }

    private void members(JsonValue.Members mapping, int depth) {
        mapping.values().forEach((name, value) -> {
            indent(depth).append(name).append(':');
            value(value, depth);
        });
    }

    private void value(JsonValue value, int depth) {
        switch (value) {
            case JsonValue.Text(String text) ->
                out.append(' ').append(scalar(text)).append('\n');
            case JsonValue.Whole(long number) -> out.append(' ').append(number).append('\n');
            case JsonValue.Members mapping when mapping.values().isEmpty() -> out.append(" {}\n");
            case JsonValue.Members mapping -> {
                out.append('\n');
                members(mapping, depth + 1);
            }
            case JsonValue.Items(List<JsonValue> items)
            when items.stream().allMatch(JsonValue.Text.class::isInstance) ->
                out.append(" [")
                        .append(String.join(
                                ", ",
                                items.stream()
                                        .map(item -> scalar(((JsonValue.Text) item).value()))
                                        .toList()))
                        .append("]\n");
            case JsonValue.Items(List<JsonValue> items) -> {
                out.append('\n');
                items.forEach(item -> item(item, depth + 1));
            }
        }
    }

    private void item(JsonValue item, int depth) {
        if (!(item instanceof JsonValue.Members mapping) || mapping.values().isEmpty()) {
            indent(depth).append("-");
            value(item, depth);
            return;
        }
        int start = out.length();
        members(mapping, depth + 1);
        out.setCharAt(start + 2 * depth, '-');
    }

    private StringBuilder indent(int depth) {
        return out.repeat("  ", depth);
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !text.equals("null") && !text.equals("true") && !text.equals("false")
                ? text
                : Json.text(JsonValue.text(text));
    }
}
