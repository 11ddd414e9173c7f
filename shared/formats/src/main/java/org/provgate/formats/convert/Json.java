package org.provgate.formats.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.provgate.core.finding.JsonValue;
import org.provgate.formats.report.JsonStream;

/// A JSON object while it is put together; its members stay in the order they were put.
final class Json {

    private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

    Json text(String name, String value) {
        members.put(name, JsonValue.text(value));
        return this;
    }

    Json text(String name, Optional<String> value) {
        value.ifPresent(it -> text(name, it));
        return this;
    }

    Json put(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    Json put(String name, Json value) {
        return put(name, value.value());
    }

    Json put(String name, Optional<JsonValue> value) {
        value.ifPresent(it -> members.put(name, it));
        return this;
    }

    /// A list; nothing when it is empty.
    Json list(String name, List<? extends JsonValue> items) {
        return items.isEmpty() ? this : put(name, new JsonValue.Items(List.copyOf(items)));
    }

    Json texts(String name, List<String> items) {
        return list(name, items.stream().map(JsonValue::text).toList());
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    JsonValue.Members value() {
        return new JsonValue.Members(members);
    }

    static String document(JsonValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonStream.write(out, JsonStream.Layout.INDENTED, stream -> write(stream, value));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// On one line, to stand inside a text.
    static String text(JsonValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonStream.write(out, JsonStream.Layout.ONE_LINE, stream -> write(stream, value));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static void write(JsonStream stream, JsonValue value) {
        switch (value) {
            case JsonValue.Text(String text) -> stream.item(text);
            case JsonValue.Whole(long number) -> stream.item(number);
            case JsonValue.Items(List<JsonValue> items) -> {
                stream.array();
                items.forEach(item -> write(stream, item));
                stream.end();
            }
            case JsonValue.Members(var members) -> {
                stream.object();
                members.forEach((name, member) -> write(stream.name(name), member));
                stream.end();
            }
        }
    }

    /// Every text of a value by the names that lead to it, joined by dots; entries of lists of objects by number.
    static List<Flat> flat(String prefix, JsonValue value) {
        List<Flat> found = new ArrayList<>();
        flat(prefix, value, found);
        return found;
    }

    record Flat(String name, String value) {}

    private static void flat(String name, JsonValue value, List<Flat> into) {
        switch (value) {
            case JsonValue.Text(String text) -> into.add(new Flat(name, text));
            case JsonValue.Whole(long number) -> into.add(new Flat(name, Long.toString(number)));
            case JsonValue.Items(List<JsonValue> items) -> {
                int nth = 0;
                for (JsonValue item : items) {
                    flat(item instanceof JsonValue.Members ? name + "." + nth : name, item, into);
                    nth++;
                }
            }
            case JsonValue.Members(var members) ->
                members.forEach((key, member) -> flat(name + "." + key, member, into));
        }
    }
}
