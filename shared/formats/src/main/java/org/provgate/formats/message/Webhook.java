package org.provgate.formats.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.provgate.formats.report.JsonStream;

/// A change as one JSON document for other programs. `text` is a sentence that chats show as it is.
public final class Webhook {

    private Webhook() {}

    /// @param console where people read on
    public static String payload(News news, String console) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonStream.write(bytes, JsonStream.Layout.INDENTED, json -> {
                json.object()
                        .text("event", news.event())
                        .text("id", news.id())
                        .text("at", news.at())
                        .text("text", chat(Sentences.line(news)))
                        .text("address", Sentences.address(news, console));
                switch (news) {
                    case News.OfSubmission of -> submission(json, of);
                    case News.OfRescan rescan ->
                        json.number("looked", rescan.looked())
                                .number("changed", rescan.changed())
                                .number("flipped", rescan.flipped())
                                .number("damaged", rescan.damaged());
                }
                json.end();
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void submission(JsonStream json, News.OfSubmission of) {
        json.text("submission", of.submission())
                .number("verdict", of.verdict())
                .textOrNull("outcome", of.outcome())
                .textOrNull("cause", of.cause());
        of.report().ifPresent(report -> json.texts("codes", report.codes()).texts("errors", report.errors()));
    }

    /// What chats take for links, mentions or markup is written as their entities.
    private static String chat(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
