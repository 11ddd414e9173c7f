package org.provgate.formats.huggingface;

import org.provgate.formats.tree.SourceText;

/// The YAML between two fences at the beginning of a Markdown file.
sealed interface FrontMatter {

    /// Offsets of the text between the fences.
    record Found(int from, int to) implements FrontMatter {}

    /// There is a fence at the beginning and none after it.
    record Unclosed(int offset) implements FrontMatter {}

    record None() implements FrontMatter {}

    String FENCE = "---";

    static FrontMatter of(SourceText source) {
        String text = source.text();
        int fence = 0;
        while (fence < text.length() && Character.isWhitespace(text.charAt(fence))) {
            fence++;
        }
        int from = afterLine(text, fence);
        if (!text.startsWith(FENCE, fence) || !lineAt(text, fence).equals(FENCE) || from == text.length()) {
            return new None();
        }
        int line = from;
        while (line < text.length()) {
            if (lineAt(text, line).stripTrailing().equals(FENCE)) {
                return new Found(from, line);
            }
            line = afterLine(text, line);
        }
        return new Unclosed(fence);
    }

    private static String lineAt(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    /// Where the next line begins.
    private static int afterLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    }
}
