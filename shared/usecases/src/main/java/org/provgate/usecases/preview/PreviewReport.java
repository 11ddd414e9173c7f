package org.provgate.usecases.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.report.Printable;

/// A preview for people and for programs.
public final class PreviewReport {

    private static final String BLANKS = "  ";

    private PreviewReport() {}

    public static void json(Preview preview, OutputStream out) throws IOException {
        JsonStream.write(out, JsonStream.Layout.INDENTED, json -> {
            json.object()
                    .object("policy")
                    .text("name", preview.policy())
                    .text("digest", preview.digest())
                    .end();
            json.text("against", preview.against())
                    .text("today", preview.today().toString())
                    .number("looked", preview.looked())
                    .number("flips", preview.flips().size())
                    .array("contributors");
            preview.byContributor().forEach(told -> told(json, told));
            json.end().end();
        });
    }

    private static void told(JsonStream json, Preview.Told told) {
        json.object().text("contributor", told.contributor()).array("flips");
        told.flips().forEach(flip -> flip(json, flip));
        json.end().array("starts");
        told.starts()
                .forEach(start -> json.object()
                        .text("code", start.code())
                        .text("from", start.from().toString())
                        .number("submissions", start.submissions())
                        .end());
        json.end().text("message", told.message()).end();
    }

    /// One flip as an item; the interface writes the same.
    public static void flip(JsonStream json, Flip flip) {
        json.object()
                .text("id", flip.id())
                .text("contributor", flip.contributor())
                .text("from", flip.from())
                .text("to", flip.to())
                .texts("gained", flip.gainedCodes())
                .texts("lost", flip.lostCodes())
                .array("reasons");
        flip.gained().forEach(reason -> reason(json, "gained", reason));
        flip.lost().forEach(reason -> reason(json, "lost", reason));
        json.end().end();
    }

    private static void reason(JsonStream json, String change, Flip.Reason reason) {
        json.object()
                .text("code", reason.code())
                .text("change", change)
                .text("rule", reason.rule())
                .textOrNull("subject", reason.subject())
                .textOrNull("message", reason.message())
                .textOrNull("remedy", reason.remedy())
                .end();
    }

    /// Nothing in it can steer a terminal.
    public static String text(Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("Under %s, compared with %s, %d of %d submissions flip."
                .formatted(preview.policy(), preview.against(), preview.flips().size(), preview.looked()));
        for (Preview.Told told : preview.byContributor()) {
            lines.add("");
            lines.add(told.contributor());
            told.flips().forEach(flip -> flip(lines, flip));
            lines.add(BLANKS + "A draft for " + told.contributor() + ":");
            told.message().lines().forEach(line -> lines.add(BLANKS + "| " + line));
        }
        if (!preview.starts().isEmpty()) {
            lines.add("");
            lines.add("To give %d days' notice, let these begin later in the policy:".formatted(Preview.NOTICE_DAYS));
            lines.add(BLANKS + "rules:");
            preview.starts()
                    .forEach(start -> lines.add(BLANKS
                            + BLANKS
                            + "%s: {severity: error, from: %s}   # %d %s"
                                    .formatted(
                                            start.code(),
                                            start.from(),
                                            start.submissions(),
                                            start.submissions() == 1 ? "submission" : "submissions")));
        }
        return lines.stream().map(line -> Printable.line(line) + "\n").collect(Collectors.joining());
    }

    private static void flip(List<String> lines, Flip flip) {
        lines.add(BLANKS + flip.id() + ": " + flip.from() + " → " + flip.to());
        flip.gained().forEach(reason -> {
            lines.add(BLANKS + BLANKS + "new   " + reason.code() + " (" + reason.rule() + ")");
            if (!reason.message().isEmpty()) {
                Arrays.asList(reason.subject() + ": " + reason.message(), reason.remedy())
                        .forEach(line -> lines.add(BLANKS + BLANKS + "      " + line));
            }
        });
        flip.lost()
                .forEach(reason -> lines.add(BLANKS + BLANKS + "gone  " + reason.code() + " (" + reason.rule() + ")"));
    }
}
