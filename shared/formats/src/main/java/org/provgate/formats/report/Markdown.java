package org.provgate.formats.report;

/// Text of any origin inside Markdown: no markup of its own, no mention of anybody, one line.
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]!|~";

    /// Keeps a forge from turning what follows into a mention or a link.
    private static final String JOINT = "&#8203;";

    private Markdown() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String line = Printable.line(text);
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append('@').append(JOINT);
                case '#' -> escaped.append("\\#").append(JOINT);
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.append(character);
                }
            }
        }
        return escaped.toString();
    }

    /// In code style, where the text has nothing that could end the code or its cell.
    static String code(String text) {
        String line = Printable.line(text);
        return line.isBlank() || line.contains("`") || line.contains("|") ? escaped(line) : "`" + line + "`";
    }
}
