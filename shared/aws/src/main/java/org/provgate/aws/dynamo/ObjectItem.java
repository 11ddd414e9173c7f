package org.provgate.aws.dynamo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.formats.facts.FactsCodec;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.ObjectRecord.Standing;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.Placement.Move;
import org.provgate.usecases.port.Bucket;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An object's record as an item. Facts are JSON text, so that an operator can read them in a console; long ones
/// are compressed, for an item holds 400 KB.
final class ObjectItem {

    static final String UPLOAD = "upload";
    static final String STANDING = "standing";
    static final String FACTS = "facts";

    private static final int READABLE_FACTS = 16 * 1024;

    private ObjectItem() {}

    static Map<String, AttributeValue> write(ObjectRecord object) {
        Placement placement = object.placement();
        Item item = Item.at(LedgerKey.of(object))
                .put("path", object.path())
                .put(UPLOAD, object.upload())
                .put("sequencer", object.sequencer())
                .put("uploaded", object.uploaded())
                .put("arrived", object.arrived())
                .put(object.text())
                .put("bucket", placement.bucket())
                .put("version", placement.version())
                .put("readable", placement.readable())
                .put("everReadable", placement.everReadable())
                .put(STANDING, object.standing())
                .put(Item.REVISION, object.revision());
        put(item, object.facts());
        return switch (placement.move()) {
            case Move.None _ -> item.attributes();
            case Move.Underway(Bucket to, String token) ->
                item.put("moveTo", to).put("moveToken", token).attributes();
        };
    }

    static ObjectRecord read(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        Optional<String> token = item.find("moveToken");
        Move move =
                token.isPresent() ? new Move.Underway(item.word(Bucket.class, "moveTo"), token.get()) : new Move.None();
        return new ObjectRecord(
                SubmissionItem.name(item),
                item.text("path"),
                item.text(UPLOAD),
                item.text("sequencer"),
                item.instant("uploaded"),
                item.instant("arrived"),
                facts(item),
                item.keptText(),
                new Placement(
                        item.word(Bucket.class, "bucket"),
                        item.text("version"),
                        item.flag("readable"),
                        item.flag("everReadable"),
                        move),
                item.word(Standing.class, STANDING),
                item.number(Item.REVISION));
    }

    private static void put(Item item, ObjectFacts facts) {
        byte[] json = FactsCodec.write(facts);
        if (json.length <= READABLE_FACTS) {
            item.put(FACTS, new String(json, StandardCharsets.UTF_8));
        } else {
            item.put(FACTS, compressed(json));
        }
    }

    private static ObjectFacts facts(Item item) {
        return FactsCodec.read(item.bytes(FACTS)
                .map(ObjectItem::expanded)
                .orElseGet(() -> item.text(FACTS).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] compressed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] expanded(byte[] gzip) {
        try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return json.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("facts in the ledger are damaged", damaged);
        }
    }
}
