package org.provgate.aws.dynamo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.provgate.core.claim.Word;
import org.provgate.usecases.ledger.Bytes;
import org.provgate.usecases.ledger.KeptText;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Attributes of one item, read and written by name.
final class Item {

    static final String REVISION = "rev";

    /// Sorts as it reads.
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    static final String TEXT_GZIP = "textGzip";
    static final String TEXT_KEY = "textKey";

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item at(LedgerKey key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    /// A map inside an item.
    static Item empty() {
        return new Item(new HashMap<>());
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    static String written(Instant at) {
        return INSTANT.format(at);
    }

    Item put(String name, String value) {
        attributes.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item put(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item put(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item put(String name, Instant value) {
        return put(name, written(value));
    }

    Item put(String name, Word value) {
        return put(name, value.word());
    }

    Item put(String name, List<String> values) {
        attributes.put(
                name,
                AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    Item put(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    Item put(KeptText text) {
        return switch (text) {
            case KeptText.None _ -> this;
            case KeptText.Inline(Bytes gzip) -> put(TEXT_GZIP, gzip.toArray());
            case KeptText.InReportBucket(String key) -> put(TEXT_KEY, key);
        };
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    String text(String name) {
        return required(name).s();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(required(name).n());
    }

    int small(String name) {
        return Math.toIntExact(number(name));
    }

    int small(String name, int otherwise) {
        return attributes.containsKey(name) ? small(name) : otherwise;
    }

    boolean flag(String name) {
        return required(name).bool();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    List<String> texts(String name) {
        return required(name).l().stream().map(AttributeValue::s).toList();
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(attributes.get(name))
                .filter(value -> value.type() == AttributeValue.Type.B)
                .map(value -> value.b().asByteArray());
    }

    <E extends Enum<E> & Word> E word(Class<E> type, String name) {
        return Word.parse(type, text(name))
                .orElseThrow(() -> new IllegalStateException(
                        "the ledger holds " + name + " " + text(name) + ", which this gate does not know"));
    }

    KeptText keptText() {
        Optional<byte[]> gzip = bytes(TEXT_GZIP);
        if (gzip.isPresent()) {
            return new KeptText.Inline(Bytes.of(gzip.get()));
        }
        Optional<String> key = find(TEXT_KEY);
        return key.isPresent() ? new KeptText.InReportBucket(key.get()) : new KeptText.None();
    }

    private AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item of the ledger has lost its " + name);
        }
        return value;
    }
}
