package org.provgate.embedded;

import com.robothy.netty.http.HttpResponse;
import com.robothy.s3.rest.utils.ResponseUtils;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes a small document that any parser reads, whatever the texts hold.
final class Xml {

    private static final byte[] UNTAKEN = "&#xfff".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private final String root;

    Xml(String root) {
        this.root = root;
        out.append('<').append(root).append(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    }

    Xml text(String element, String text) {
        out.append('<').append(element).append('>');
        text.codePoints().forEach(this::character);
        out.append("</").append(element).append('>');
        return this;
    }

    Xml nested(String element, Consumer<Xml> content) {
        out.append('<').append(element).append('>');
        content.accept(this);
        out.append("</").append(element).append('>');
        return this;
    }

    String end() {
        return out.append("</").append(root).append('>').toString();
    }

    private void character(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
            default -> {
                boolean writable = (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
                out.appendCodePoint(writable ? c : S3Router.UNWRITABLE);
            }
        }
    }

    /// The library's writer lets two characters pass that no parser takes: U+FFFE and U+FFFF, as `&#xfffe;`.
    static void mend(ByteBuf document) {
        int end = document.writerIndex() - UNTAKEN.length - 1;
        for (int i = document.readerIndex(); i < end; i++) {
            if (document.getByte(i) == '&' && startsWith(document, i) && document.getByte(i + UNTAKEN.length) > 'd') {
                document.setByte(i + UNTAKEN.length, 'd');
            }
        }
    }

    private static boolean startsWith(ByteBuf document, int at) {
        for (int i = 0; i < UNTAKEN.length; i++) {
            if (document.getByte(at + i) != UNTAKEN[i]) {
                return false;
            }
        }
        return true;
    }

    static void answer(HttpResponse answer, HttpResponseStatus status, String document) {
        ResponseUtils.addCommonHeaders(answer.status(status)
                .putHeader("content-type", "application/xml")
                .write(document));
    }
}
