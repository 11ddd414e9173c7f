package org.provgate.formats.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.Upstream;
import org.provgate.formats.facts.FactsCodec;
import org.provgate.formats.report.JsonStream;

/// Lines of an export, the same text for the same facts.
public final class ExportLines {

    private ExportLines() {}

    /// Without a line feed.
    public static String write(ExportLine line) {
        return switch (line) {
            case ExportLine.Head head ->
                written(json -> json.number(LineParser.HEAD, ExportLine.FORM).text("engine", head.engine()));
            case ExportLine.Case one -> written(json -> write(json, one));
            case ExportLine.Item item -> written(json -> write(json, item));
            case ExportLine.Damaged damaged ->
                written(json -> json.text(LineParser.DAMAGED, damaged.key()).text("why", damaged.why()));
            case ExportLine.End end ->
                written(json -> json.flag(LineParser.END, true)
                        .number("submissions", end.submissions())
                        .number("objects", end.objects())
                        .number("damaged", end.damaged()));
        };
    }

    /// @throws UnreadableLineException when it is none
    public static ExportLine read(byte[] line) {
        return LineParser.parse(line);
    }

    private static void write(JsonStream json, ExportLine.Case one) {
        json.text(LineParser.SUBMISSION, one.name().toString())
                .text("state", one.state())
                .number("objects", one.objects());
        one.verdict()
                .ifPresentOrElse(
                        verdict -> json.object("verdict")
                                .number("number", verdict.number())
                                .text("outcome", verdict.outcome())
                                .texts("errors", verdict.errors())
                                .end(),
                        () -> json.nothing("verdict"));
        json.array("waivers");
        one.waivers().forEach(waiver -> write(json, waiver));
        json.end().array("upstream");
        one.upstream().forEach(upstream -> write(json, upstream));
        json.end();
    }

    private static void write(JsonStream json, Waiver waiver) {
        json.object()
                .text("code", waiver.code().value())
                .text("dataset", waiver.dataset())
                .text("subject", waiver.subject())
                .text("reason", waiver.reason())
                .text("approver", waiver.approver())
                .text("expires", waiver.expires().toString())
                .end();
    }

    private static void write(JsonStream json, Upstream upstream) {
        json.object().text("name", upstream.name().toString()).array("held");
        upstream.held()
                .forEach(held -> json.object()
                        .text("by", held.by().toString())
                        .text("state", held.state())
                        .end());
        json.end().array("taught");
        upstream.taught()
                .forEach(taught -> json.object()
                        .text("by", taught.by().toString())
                        .text("model", taught.model())
                        .end());
        json.end().end();
    }

    private static void write(JsonStream json, ExportLine.Item item) {
        json.text(LineParser.OBJECT_OF, item.of().toString()).text("upload", item.upload());
        switch (item.text()) {
            case ExportLine.Text.None _ -> {}
            case ExportLine.Text.Kept(String gzip) -> json.text("text", gzip);
            case ExportLine.Text.TooLong _ -> json.nothing("text");
        }
        json.json("facts", new String(FactsCodec.write(item.facts()), StandardCharsets.US_ASCII));
    }

    private static String written(Consumer<JsonStream> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.ONE_LINE, json -> {
                json.object();
                members.accept(json);
                json.end();
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
