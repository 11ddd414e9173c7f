package org.provgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A part of a page that is written by a program, between two marks; the rest of the page is left as it is.
record Section(String name) {

    void write(Path page, String text) throws IOException {
        String begin = "<!-- begin %s -->".formatted(name);
        String end = "<!-- end %s -->".formatted(name);
        String whole = begin + "\n" + text.strip() + "\n" + end;
        String before = Files.exists(page) ? Files.readString(page) : "";
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        String after = from < 0 || to < from
                ? before.stripTrailing() + "\n\n" + whole + "\n"
                : before.substring(0, from) + whole + before.substring(to + end.length());
        Files.writeString(page, after);
    }
}
