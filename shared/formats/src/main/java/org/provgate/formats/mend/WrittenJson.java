package org.provgate.formats.mend;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Where the values of a JSON text stand. The text has been read as a manifest before and is known to be sound.
final class WrittenJson {

    private WrittenJson() {}

    static Optional<Written> of(String text) {
        Written.Builder builder = new Written.Builder();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text.toCharArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                switch (token) {
                    case START_OBJECT -> builder.begin(start, true, true);
                    case START_ARRAY -> builder.begin(start, true, false);
                    case END_OBJECT, END_ARRAY -> builder.end(end(parser));
                    case PROPERTY_NAME -> builder.name(parser.currentName(), start, endOfName(text, start));
                    case VALUE_STRING -> {
                        // A text is read to its end only when it is asked for.
                        parser.getString();
                        builder.single(start, end(parser));
                    }
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                        builder.single(start, start + parser.getString().length());
                    case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new IllegalStateException("no token of a text: " + token);
                }
            }
        }
        return builder.root();
    }

    private static int end(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getCharOffset());
    }

    /// The parser is past the colon already when it tells of a name.
    private static int endOfName(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
