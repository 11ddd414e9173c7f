package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of sections that different commands write; each leaves what the others wrote as it is.
public final class Sections {

    private Sections() {}

    /// Puts the text between the marks of that name; where there are none yet, at the end.
    public static void write(Path page, String name, String text) throws IOException {
        String before = Files.exists(page) ? Files.readString(page) : "# Scorecard\n";
        Files.writeString(page, replaced(before, name, text));
    }

    static String replaced(String page, String name, String text) {
        String begin = "<!-- begin %s -->".formatted(name);
        String end = "<!-- end %s -->".formatted(name);
        String section = begin + "\n" + text.strip() + "\n" + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        return from < 0 || to < from
                ? page.strip() + "\n\n" + section + "\n"
                : page.substring(0, from) + section + page.substring(to + end.length());
    }
}
