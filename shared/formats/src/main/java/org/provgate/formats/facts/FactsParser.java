package org.provgate.formats.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.provgate.core.claim.Word;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.core.facts.Strength;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads what [FactsCodec] writes, member by member in the written order, and nothing else.
final class FactsParser {

    static final String NOT_TABULAR = "not-tabular";
    static final String UNKNOWN = "unknown";

    private static final int NESTING_LIMIT = 8;
    private static final long BYTES_LIMIT = 16L << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_LIMIT)
                    .maxDocumentLength(BYTES_LIMIT)
                    .build())
            .build();

    private static final Map<Concern.Kind, String> KINDS = kinds();

    private final JsonParser json;

    private FactsParser(JsonParser json) {
        this.json = json;
    }

    static ObjectFacts parse(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return new FactsParser(json).document();
        } catch (JacksonException | IllegalArgumentException | ArithmeticException fault) {
            throw new UnreadableFactsException("stored facts cannot be read: " + fault.getMessage(), fault);
        }
    }

    static String word(Concern.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "unreadable";
            case NOT_INSPECTED -> "not-inspected";
            case EXPANDS_TOO_FAR -> "expands-too-far";
            case TYPE_DIFFERS -> "type-differs";
        };
    }

    private ObjectFacts document() {
        expect(JsonToken.START_OBJECT);
        long version = number("facts");
        if (version != FactsCodec.VERSION) {
            throw new UnreadableFactsException(
                    "stored facts are of version " + version + ", known is " + FactsCodec.VERSION);
        }
        int edition = Math.toIntExact(number("edition"));
        String path = text("path");
        long bytes = number("bytes");
        Sha256 sha256 = new Sha256(text("sha256"));
        String mediaType = text("mediaType");
        Rows rows = rows();
        Coverage coverage = coverage();
        List<Evidence> evidence = items("evidence", this::evidence);
        List<Concern> concerns = items("concerns", this::concern);
        expect(JsonToken.END_OBJECT);
        if (json.nextToken() != null) {
            throw unexpected("something after the facts");
        }
        return new ObjectFacts(path, bytes, sha256, mediaType, rows, coverage, evidence, concerns, edition);
    }

    private Rows rows() {
        name("rows");
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            return new Rows.Counted(json.getLongValue());
        }
        return switch (json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "") {
            case NOT_TABULAR -> new Rows.NotTabular();
            case UNKNOWN -> new Rows.Unknown();
            default -> throw unexpected("no known count of rows");
        };
    }

    private Coverage coverage() {
        name("coverage");
        expect(JsonToken.START_OBJECT);
        Coverage coverage = new Coverage(number("bytesRead"), number("rowsRead"), flag("complete"));
        expect(JsonToken.END_OBJECT);
        return coverage;
    }

    private Evidence evidence() {
        Maker maker = maker();
        String strength = string();
        Evidence evidence = new Evidence(
                maker,
                Word.parse(Strength.class, strength).orElseThrow(() -> unexpected("the strength \"" + strength + "\"")),
                text("fingerprint"),
                number("count"),
                number("rows"),
                number("firstLine"),
                text("excerpt"));
        expect(JsonToken.END_OBJECT);
        return evidence;
    }

    /// Reads up to and including the name `strength`, which follows the maker.
    private Maker maker() {
        return switch (anyName()) {
            case "strength" -> new Maker.Unknown();
            case "provider" -> {
                String provider = string();
                yield switch (anyName()) {
                    case "strength" -> new Maker.Provider(provider);
                    case "model" -> {
                        String model = string();
                        name("strength");
                        yield new Maker.Model(provider, model);
                    }
                    default -> throw unexpected("a member that evidence has not");
                };
            }
            default -> throw unexpected("a member that evidence has not");
        };
    }

    private Concern concern() {
        String word = text("kind");
        Concern.Kind kind = KINDS.entrySet().stream()
                .filter(known -> known.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> unexpected("the concern \"" + word + "\""));
        Concern concern = new Concern(kind, text("detail"), number("line"));
        expect(JsonToken.END_OBJECT);
        return concern;
    }

    private <T> List<T> items(String name, Supplier<T> item) {
        name(name);
        expect(JsonToken.START_ARRAY);
        List<T> items = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            items.add(item.get());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw unexpected("no object in the list \"" + name + "\"");
        }
        return items;
    }

    private String text(String name) {
        name(name);
        return string();
    }

    private String string() {
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private long number(String name) {
        name(name);
        expect(JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private boolean flag(String name) {
        name(name);
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw unexpected("neither true nor false in \"" + name + "\"");
        };
    }

    private void name(String name) {
        if (!anyName().equals(name)) {
            throw unexpected("\"" + json.currentName() + "\" instead of \"" + name + "\"");
        }
    }

    private String anyName() {
        expect(JsonToken.PROPERTY_NAME);
        return json.currentName();
    }

    private void expect(JsonToken token) {
        if (json.nextToken() != token) {
            throw unexpected(json.currentToken() + " instead of " + token);
        }
    }

    private UnreadableFactsException unexpected(String what) {
        return new UnreadableFactsException("stored facts hold %s at byte %s"
                .formatted(what, json.currentTokenLocation().getByteOffset()));
    }

    private static Map<Concern.Kind, String> kinds() {
        Map<Concern.Kind, String> kinds = new EnumMap<>(Concern.Kind.class);
        for (Concern.Kind kind : Concern.Kind.values()) {
            kinds.put(kind, word(kind));
        }
        return kinds;
    }
}
