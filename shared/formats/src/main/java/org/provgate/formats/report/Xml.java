package org.provgate.formats.report;

/// Text inside XML and HTML. What XML cannot hold at all is shown as [Printable] shows it.
final class Xml {

    private Xml() {}

    /// For content and for attributes in double quotes, on one line.
    static String escaped(String text) {
        return marked(Printable.line(text));
    }

    /// The same for text of several lines.
    static String escapedLines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(escaped(line));
        }
        return lines.toString();
    }

    private static String marked(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
