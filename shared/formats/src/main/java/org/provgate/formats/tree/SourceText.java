package org.provgate.formats.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Place;

/// The text of a file and where its lines begin. A line ends with LF, CR or both.
public final class SourceText {

    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final List<Notice> notices;
    private final Optional<Place> holder;

    private SourceText(String file, String text, List<Notice> notices) {
        this(file, text, notices, Optional.empty());
    }

    private SourceText(String file, String text, List<Notice> notices, Optional<Place> holder) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.notices = List.copyOf(notices);
        this.holder = holder;
    }

    /// Something harmless, that other tools may see differently.
    public record Notice(Place at, String message, String remedy) {}

    public sealed interface Decoded {

        record Text(SourceText source) implements Decoded {}

        record Undecodable(Place at, String message) implements Decoded {}
    }

    public static SourceText of(String file, String text) {
        return new SourceText(file, text, List.of());
    }

    /// A document that another one holds as a text, escaped or encoded: all of it stands where that text does.
    public static SourceText within(Place holder, String text) {
        return new SourceText(holder.file(), text, List.of(), Optional.of(holder));
    }

    /// One byte order mark is taken off. Without one, the bytes are UTF-8; nothing is guessed.
    public static Decoded decode(String file, byte[] bytes) {
        if (bytes.length > TreeLimits.BYTES) {
            return new Decoded.Undecodable(
                    Place.startOf(file),
                    "The file has more than %,d bytes; no more are read".formatted(TreeLimits.BYTES));
        }
        Encoding encoding = Encoding.of(bytes);
        return encoding.decode(file, bytes);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public List<Notice> notices() {
        return notices;
    }

    /// The place of an offset into the text.
    public Place at(int offset, String pointer) {
        if (holder.isPresent()) {
            return holder.get();
        }
        int line = line(offset);
        return new Place(file, pointer, line + 1L, offset - lineStarts[line] + 1);
    }

    /// The line of an offset, counted from 1.
    public int lineAt(int offset) {
        return line(offset) + 1;
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /// @param mark how many bytes the byte order mark takes
    private record Encoding(Charset charset, int mark) {

        static Encoding of(byte[] bytes) {
            if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
                return new Encoding(StandardCharsets.UTF_32LE, 4);
            }
            if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_32BE, 4);
            }
            if (startsWith(bytes, 0xFF, 0xFE)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(bytes, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            return new Encoding(StandardCharsets.UTF_8, 0);
        }

        Decoded decode(String file, byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer out = CharBuffer.allocate(bytes.length - mark + 1);
            CoderResult result = decoder.decode(in, out, true);
            SourceText source = new SourceText(file, out.flip().toString(), noticesFor(file));
            if (result.isError()) {
                return new Decoded.Undecodable(
                        source.at(source.text.length(), ""),
                        "Byte %,d of the file (0x%02X) is not %s"
                                .formatted(in.position() + 1, bytes[in.position()] & 0xFF, charset.name()));
            }
            return new Decoded.Text(source);
        }

        private List<Notice> noticesFor(String file) {
            return charset.equals(StandardCharsets.UTF_8)
                    ? List.of()
                    : List.of(new Notice(
                            Place.startOf(file),
                            "The file is written in %s; other tools expect UTF-8".formatted(charset.name()),
                            "Save it as UTF-8."));
        }

        private static boolean startsWith(byte[] bytes, int... wanted) {
            if (bytes.length < wanted.length) {
                return false;
            }
            for (int i = 0; i < wanted.length; i++) {
                if ((bytes[i] & 0xFF) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
