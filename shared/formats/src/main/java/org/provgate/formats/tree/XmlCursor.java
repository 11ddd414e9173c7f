package org.provgate.formats.tree;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.formats.tree.XmlElement.Attribute;

/// Follows a parser through the text, since the parser says only vaguely where things stand; and finds out what an
/// author did where the parser gave up.
final class XmlCursor {

    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");
    private static final Pattern NAMED_ENTITY = Pattern.compile("&[A-Za-z][A-Za-z0-9._-]{0,60};");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:.-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    /// Pairs that hold no tags.
    private static final List<Pair> OPAQUE =
            List.of(new Pair("<!--", "-->"), new Pair("<![CDATA[", "]]>"), new Pair("<?", "?>"));

    private record Pair(String begin, String end) {}

    private final String text;
    private int at;

    /// Where the last tag ended and whether it closed itself.
    private boolean closed;

    XmlCursor(String text) {
        this.text = text;
    }

    /// Goes behind the next opening tag.
    ///
    /// @return where it begins
    int open() {
        int tag = nextTag();
        at = endOfTag(tag);
        closed = text.startsWith("/>", at - 2);
        return tag;
    }

    /// Goes behind the next closing tag, or stays behind a tag that closed itself.
    void close() {
        if (!closed) {
            at = endOfTag(nextTag());
        }
        closed = false;
    }

    /// Where the first character from here on stands that is no space.
    int content() {
        int content = at;
        while (content < text.length() && Character.isWhitespace(text.charAt(content))) {
            content++;
        }
        return content;
    }

    /// An attribute of the tag that has just been opened.
    Attribute attribute(int tag, String name, String value) {
        Matcher matcher = ATTRIBUTE.matcher(text).region(tag, at);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return new Attribute(value, matcher.start(1), Math.max(matcher.start(2), matcher.start(3)));
            }
        }
        return new Attribute(value, tag, tag);
    }

    /// Where a document type stands before the first element.
    Optional<BrokenTree> documentType() {
        int tag = nextTag();
        return text.startsWith("<!", tag)
                ? Optional.of(new BrokenTree(tag, "A document type stands here; XML with one is not read"))
                : Optional.empty();
    }

    /// The next tag, comments and the like skipped; the end of the text when there is none.
    private int nextTag() {
        int tag = text.indexOf('<', at);
        while (tag >= 0) {
            Optional<Pair> opaque = opaque(tag);
            if (opaque.isEmpty()) {
                return tag;
            }
            int end = text.indexOf(opaque.get().end, tag + opaque.get().begin.length());
            tag = end < 0 ? -1 : text.indexOf('<', end);
        }
        return text.length();
    }

    private Optional<Pair> opaque(int tag) {
        return OPAQUE.stream().filter(pair -> text.startsWith(pair.begin, tag)).findFirst();
    }

    private int endOfTag(int tag) {
        char quote = 0;
        for (int i = tag; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }

    /// @param open the innermost element that is open
    /// @param line where it begins
    /// @param complete whether the root is closed
    BrokenTree explain(Optional<XmlElement> open, long line, boolean complete) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                Optional<Pair> opaque = opaque(at);
                if (opaque.isEmpty()) {
                    return tag(open, line, complete);
                }
                Pair pair = opaque.get();
                int next = text.indexOf(pair.end, at + pair.begin.length());
                if (next < 0) {
                    return new BrokenTree(
                            at, "`%s` begins here and is never closed with `%s`".formatted(pair.begin, pair.end));
                }
                if (at > 0 && text.startsWith("<?xml ", at)) {
                    return new BrokenTree(at, "The XML declaration stands behind the beginning of the file");
                }
                if (pair.begin.equals("<!--") && text.substring(at + 4, next).contains("--")) {
                    return new BrokenTree(at, "The comment that begins here has `--` inside");
                }
                at = next + pair.end.length();
            } else if (c == '&'
                    && !ENTITY.matcher(text).region(at, text.length()).lookingAt()) {
                return entity();
            } else if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c >= 0xFFFE) {
                return new BrokenTree(at, "The character U+%04X cannot stand in XML".formatted((int) c));
            } else if (open.isEmpty() && !Character.isWhitespace(c)) {
                return new BrokenTree(at, "A text stands outside the outermost element");
            } else {
                at++;
            }
        }
        return open.map(it -> new BrokenTree(
                        at, "The file ends before the `<%s>` of line %d is closed".formatted(it.name(), line)))
                .orElseGet(() -> new BrokenTree(at, "The file ends where an element is wanted"));
    }

    private BrokenTree entity() {
        Matcher named = NAMED_ENTITY.matcher(text).region(at, text.length());
        return new BrokenTree(
                at,
                named.lookingAt()
                        ? "`%s` is no entity that XML has by itself; write the character".formatted(named.group())
                        : "`&` begins an entity of XML; write `&amp;` for the character");
    }

    private BrokenTree tag(Optional<XmlElement> open, long line, boolean complete) {
        int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '/') {
            String name = name(at + 2);
            return open.map(it -> new BrokenTree(
                            at,
                            "`</%s>` closes the `<%s>` of line %d; one of the two is missing"
                                    .formatted(name, it.name(), line)))
                    .orElseGet(() -> new BrokenTree(at, "`</%s>` closes nothing".formatted(name)));
        }
        if (next == '!') {
            return new BrokenTree(at, "A document type stands here; XML with one is not read");
        }
        if (!Character.isLetter(next) && next != '_') {
            return new BrokenTree(at, "`<` begins a tag; write `&lt;` for the character");
        }
        String name = name(at + 1);
        return new BrokenTree(
                at,
                complete
                        ? "`<%s>` stands behind the outermost element; a file holds one".formatted(name)
                        : "The tag `<%s` is not as XML wants it: attributes are `name=\"value\"`, each once, and"
                                        .formatted(name)
                                + " prefixes are declared");
    }

    private String name(int from) {
        int end = from;
        while (end < text.length() && end - from < 60 && "<>/ \t\r\n=".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }
}
