package org.provgate.formats.mend;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.mend.Mending.Notation;
import org.provgate.formats.report.JsonStream;

/// Values as they are written into a manifest.
public final class ValueText {

    /// What every YAML tool takes for a text.
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9_./-]{3,60}");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    /// What some YAML tool takes for something else.
    private static final Pattern WORD = Pattern.compile("(?i)null|true|false|y|n|yes|no|on|off");

    private final Notation notation;
    private final String lineEnd;

    /// @param lineEnd what ends a line
    public ValueText(Notation notation, String lineEnd) {
        this.notation = notation;
        this.lineEnd = lineEnd;
    }

    String name(String name) {
        return written(name, NAME);
    }

    /// On one line.
    public String flow(JsonValue value) {
        return switch (value) {
            case JsonValue.Text(String text) -> text(text);
            case JsonValue.Whole(long number) -> Long.toString(number);
            case JsonValue.Items(List<JsonValue> items) ->
                items.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
            case JsonValue.Members(var members) ->
                members.entrySet().stream()
                        .map(member -> name(member.getKey()) + ": " + flow(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// A member of a mapping without braces, as whole lines.
    public String member(String name, JsonValue value, int indent) {
        String start = " ".repeat(indent) + name(name) + ":";
        return switch (value) {
            case JsonValue.Members(var members)
            when !members.isEmpty() -> start + lineEnd + members(members.entrySet(), indent + 2);
            case JsonValue.Items(List<JsonValue> items)
            when items.stream().anyMatch(JsonValue.Members.class::isInstance) ->
                start
                        + lineEnd
                        + items.stream().map(item -> item(item, indent + 2)).collect(Collectors.joining());
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Items _, JsonValue.Members _ ->
                start + " " + flow(value) + lineEnd;
        };
    }

    /// An item of a list without brackets, as whole lines.
    String item(JsonValue value, int indent) {
        if (value instanceof JsonValue.Members(var members) && !members.isEmpty()) {
            String lines = members(members.entrySet(), indent + 2);
            return " ".repeat(indent) + "- " + lines.substring(indent + 2);
        }
        return " ".repeat(indent) + "- " + flow(value) + lineEnd;
    }

    private String members(Iterable<Map.Entry<String, JsonValue>> members, int indent) {
        StringBuilder lines = new StringBuilder();
        members.forEach(member -> lines.append(member(member.getKey(), member.getValue(), indent)));
        return lines.toString();
    }

    private String text(String text) {
        return written(text, PLAIN);
    }

    private String written(String text, Pattern plain) {
        boolean bare = notation == Notation.YAML
                && plain.matcher(text).matches()
                && !WORD.matcher(text).matches();
        return bare ? text : JsonStream.quoted(text);
    }
}
