package org.provgate.formats.tree;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON document by the letter of RFC 8259; keys are unique.
public final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(TreeLimits.DEPTH + 1)
                    .maxNumberLength(TreeLimits.NUMBER)
                    .maxNameLength(TreeLimits.KEY + 1)
                    .maxStringLength(TreeLimits.BYTES)
                    .build())
            .build();

    private final SourceText source;
    private final TreeBuilder builder;

    /// Where the last value or bracket ended that was read without fault.
    private int sound;

    private @Nullable JsonToken last;

    private JsonTree(SourceText source) {
        this.source = source;
        this.builder = new TreeBuilder(source);
    }

    public static TreeReading read(SourceText source) {
        try {
            return new JsonTree(source).parse();
        } catch (BrokenTree broken) {
            return broken.in(source);
        }
    }

    private TreeReading parse() throws BrokenTree {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), source.text().toCharArray())) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (!builder.isInside() && builder.root().isPresent()) {
                    throw new BrokenTree(offset(parser), "The JSON value is complete before this; a file holds one");
                }
                take(parser, token);
                token = parser.nextToken();
            }
        } catch (JacksonException _) {
            throw new JsonFaults(source.text(), sound, builder.innermost()).explain(last);
        }
        return builder.root()
                .<TreeReading>map(root -> new TreeReading.Read(root, source.notices()))
                .orElseGet(() -> new TreeReading.Empty(source.at(0, "")));
    }

    private void take(JsonParser parser, JsonToken token) throws BrokenTree {
        int offset = offset(parser);
        switch (token) {
            case START_OBJECT -> builder.beginMapping(offset);
            case START_ARRAY -> builder.beginSequence(offset);
            case END_OBJECT, END_ARRAY -> builder.end();
            case PROPERTY_NAME -> {
                builder.key(parser.currentName(), offset);
                return;
            }
            case VALUE_STRING -> builder.scalar(parser.getString(), Scalar.Form.QUOTED, offset);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> builder.scalar(parser.getString(), Scalar.Form.NUMBER, offset);
            case VALUE_TRUE, VALUE_FALSE -> builder.scalar(parser.getString(), Scalar.Form.BOOLEAN, offset);
            case VALUE_NULL -> builder.scalar("null", Scalar.Form.NULL, offset);
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no token of a text: " + token);
        }
        last = token;
        sound = Math.toIntExact(parser.currentLocation().getCharOffset());
    }

    private static int offset(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }
}
