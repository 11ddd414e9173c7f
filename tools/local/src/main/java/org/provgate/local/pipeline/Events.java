package org.provgate.local.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.provgate.embedded.ObjectChange;
import org.provgate.formats.report.JsonStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/// Events as AWS writes them.
final class Events {

    private Events() {}

    /// A batch of messages out of a queue, each with one notification of S3.
    static byte[] ofQueue(Map<String, ObjectChange> messages) {
        return json(json -> {
            json.object().array("Records");
            messages.forEach((id, change) -> json.object()
                    .text("messageId", id)
                    .text("receiptHandle", id)
                    .text("body", new String(notification(change), StandardCharsets.UTF_8))
                    .text("eventSource", "aws:sqs")
                    .end());
            json.end().end();
        });
    }

    private static byte[] notification(ObjectChange change) {
        return json(json -> {
            json.object().array("Records").object();
            json.text("eventVersion", "2.3").text("eventSource", "aws:s3").text("eventName", name(change));
            json.object("s3").text("s3SchemaVersion", "1.0");
            json.object("bucket").text("name", change.bucket()).end();
            json.object("object")
                    .text("key", URLEncoder.encode(change.key(), StandardCharsets.UTF_8))
                    .number("size", change.size())
                    .text("versionId", change.version())
                    .text("sequencer", change.sequencer())
                    .end();
            json.end();
            json.end().end().end();
        });
    }

    private static String name(ObjectChange change) {
        return switch (change.kind()) {
            case CREATED -> "ObjectCreated:Put";
            case MARKED_DELETED -> "ObjectRemoved:DeleteMarkerCreated";
            case REMOVED -> "ObjectRemoved:Delete";
        };
    }

    /// A batch of changes out of a table's stream.
    static byte[] ofStream(List<Record> records) {
        return json(json -> {
            json.object().array("Records");
            for (Record record : records) {
                StreamRecord change = record.dynamodb();
                json.object()
                        .text("eventID", record.eventID())
                        .text("eventName", record.eventNameAsString())
                        .text("eventSource", "aws:dynamodb");
                json.object("dynamodb");
                image(json, "Keys", change.keys());
                image(json, "NewImage", change.newImage());
                image(json, "OldImage", change.oldImage());
                json.text("SequenceNumber", change.sequenceNumber()).end();
                json.end();
            }
            json.end().end();
        });
    }

    private static void image(JsonStream json, String name, Map<String, AttributeValue> image) {
        if (!image.isEmpty()) {
            json.object(name);
            new TreeMap<>(image).forEach((attribute, value) -> {
                json.name(attribute);
                value(json, value);
            });
            json.end();
        }
    }

    private static void value(JsonStream json, AttributeValue value) {
        json.object();
        switch (value.type()) {
            case S -> json.text("S", value.s());
            case N -> json.text("N", value.n());
            case B -> json.text("B", base64(value.b()));
            case BOOL -> json.flag("BOOL", value.bool());
            case NUL -> json.flag("NULL", true);
            case SS -> json.texts("SS", value.ss());
            case NS -> json.texts("NS", value.ns());
            case BS -> json.texts("BS", value.bs().stream().map(Events::base64).toList());
            case L -> {
                json.array("L");
                value.l().forEach(item -> value(json, item));
                json.end();
            }
            case M -> {
                json.object("M");
                new TreeMap<>(value.m()).forEach((name, member) -> {
                    json.name(name);
                    value(json, member);
                });
                json.end();
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("an attribute of an unknown type");
        }
        json.end();
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }

    private static byte[] json(Consumer<JsonStream> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.ONE_LINE, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
