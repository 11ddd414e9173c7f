package org.provgate.formats.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.provgate.formats.report.Printable;
import org.provgate.formats.report.ReportParts;

/// A change as a mail of plain text. Whoever sends it adds the addresses; nothing that a contributor wrote can add a
/// header, a line of its own or markup.
///
/// @param subject one line of printable characters
/// @param text lines that end in a line feed
public record Mail(String subject, String text) {

    private static final int LONGEST_SUBJECT = 120;

    /// Bytes of one encoded word, so that it keeps to the 75 characters that it may have.
    private static final int WORD = 42;

    private static final int MOST_CODES = 10;

    /// @param console where people read on
    public static Mail of(News news, String console) {
        List<String> lines = new ArrayList<>();
        lines.add(Sentences.line(news) + ".");
        lines.add("");
        lines.add(Sentences.meaning(news));
        if (news instanceof News.OfSubmission of) {
            of.report().ifPresent(report -> found(lines, report));
        }
        lines.add("");
        lines.add("Read on: " + Sentences.address(news, console));
        lines.add("");
        lines.add("This was sent by a machine (" + news.event() + ", " + Printable.line(news.at()) + ").");
        return new Mail(
                "[provgate] " + shortened(Sentences.line(news)),
                lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static void found(List<String> lines, ReportParts report) {
        if (report.codes().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Found:");
        report.codes().stream()
                .limit(MOST_CODES)
                .forEach(code -> lines.add("  * " + Printable.line(code)
                        + (report.errors().contains(code) ? "" : " (does not keep it out)")));
        if (report.codes().size() > MOST_CODES) {
            lines.add("  and %d more".formatted(report.codes().size() - MOST_CODES));
        }
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }

    /// Headers and text as they are sent, without the addresses.
    public String message() {
        return "Subject: " + header(subject) + "\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: 8bit\n"
                + "Auto-Submitted: auto-generated\n"
                + "\n"
                + text;
    }

    /// As RFC 2047 writes what is not ASCII.
    private static String header(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !text.contains("=?")) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String next = Character.toString(point);
            if ((word + next).getBytes(StandardCharsets.UTF_8).length > WORD) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(next);
        }
        words.add(word.toString());
        return words.stream()
                .map(part ->
                        "=?UTF-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + "?=")
                .collect(Collectors.joining("\n "));
    }
}
