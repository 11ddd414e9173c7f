package org.provgate.formats.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// A JSON document as it is written: no tree, no reflection, members in the order of the calls.
///
/// Characters that steer a terminal or reorder text are written as escapes, so that even a raw print is harmless.
public final class JsonStream {

    /// How the document is laid out.
    public enum Layout {
        /// Two spaces, for people.
        INDENTED,
        /// One line, for JSON lines.
        ONE_LINE
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new SteeringEscapes())
            .build();

    private static final ObjectWriteContext INDENTED = new Indented();

    private final JsonGenerator generator;

    private JsonStream(JsonGenerator generator) {
        this.generator = generator;
    }

    /// Writes what `document` says, and a line feed.
    public static void write(OutputStream out, Layout layout, Consumer<JsonStream> document) throws IOException {
        ObjectWriteContext context = switch (layout) {
            case INDENTED -> INDENTED;
            case ONE_LINE -> ObjectWriteContext.empty();
        };
        try (JsonGenerator generator = FACTORY.createGenerator(context, out, JsonEncoding.UTF8)) {
            document.accept(new JsonStream(generator));
            generator.writeRaw('\n');
        } catch (JacksonIOException fault) {
            throw fault.getCause();
        }
    }

    /// A text in quotation marks.
    public static String quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, Layout.ONE_LINE, stream -> stream.item(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /// Opens an object as an item, or as the document.
    public JsonStream object() {
        generator.writeStartObject();
        return this;
    }

    public JsonStream object(String name) {
        generator.writeObjectPropertyStart(name);
        return this;
    }

    public JsonStream array() {
        generator.writeStartArray();
        return this;
    }

    public JsonStream array(String name) {
        generator.writeArrayPropertyStart(name);
        return this;
    }

    /// Closes what was opened last.
    public JsonStream end() {
        if (generator.streamWriteContext().inArray()) {
            generator.writeEndArray();
        } else {
            generator.writeEndObject();
        }
        return this;
    }

    public JsonStream name(String name) {
        generator.writeName(name);
        return this;
    }

    public JsonStream item(String text) {
        generator.writeString(Printable.wellFormed(text));
        return this;
    }

    public JsonStream item(long number) {
        generator.writeNumber(number);
        return this;
    }

    public JsonStream text(String name, String text) {
        generator.writeName(name);
        return item(text);
    }

    /// `null` for an empty text.
    public JsonStream textOrNull(String name, String text) {
        return text.isEmpty() ? nothing(name) : text(name, text);
    }

    public JsonStream number(String name, long number) {
        generator.writeNumberProperty(name, number);
        return this;
    }

    public JsonStream flag(String name, boolean flag) {
        generator.writeBooleanProperty(name, flag);
        return this;
    }

    public JsonStream nothing(String name) {
        generator.writeNullProperty(name);
        return this;
    }

    /// A member whose value is JSON already.
    public JsonStream json(String name, String value) {
        generator.writeName(name);
        generator.writeRawValue(value);
        return this;
    }

    public JsonStream texts(String name, List<String> texts) {
        array(name);
        texts.forEach(this::item);
        return end();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

        private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(TWO_SPACES)
                .withArrayIndenter(TWO_SPACES);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return LAYOUT.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
