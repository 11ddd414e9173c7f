package org.provgate.formats.report;

import java.io.IOException;
import java.util.regex.Pattern;

/// HTML as it is written. Only [#raw] takes markup; everything else is escaped.
final class Html {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

    private final Appendable out;

    Html(Appendable out) {
        this.out = out;
    }

    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    Html text(String text) throws IOException {
        out.append(Xml.escaped(text));
        return this;
    }

    Html element(String tag, String text) throws IOException {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
    }

    Html element(String tag, String style, String text) throws IOException {
        return raw("<%s class=\"%s\">".formatted(tag, style)).text(text).raw("</" + tag + ">");
    }

    /// A cell that keeps its column's name, for screens on which the table becomes a list.
    Html cell(String column, String style, String text) throws IOException {
        raw("<td data-label=\"").text(column).raw("\"");
        if (!style.isEmpty()) {
            raw(" class=\"" + style + "\"");
        }
        return raw("><span>").text(text).raw("</span></td>");
    }

    /// A link where the address is one of the web, else the text alone.
    Html link(String address, String text) throws IOException {
        if (!WEB_ADDRESS.matcher(address).matches()) {
            return text(text);
        }
        return raw("<a rel=\"noreferrer\" href=\"")
                .text(address)
                .raw("\">")
                .text(text)
                .raw("</a>");
    }

    Html head(String... columns) throws IOException {
        raw("<thead><tr>");
        for (String column : columns) {
            element("th", column);
        }
        return raw("</tr></thead>\n");
    }
}
