package org.provgate.inspection.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.provgate.inspection.rows.CsvRows;

/// What content is, by its first bytes. The name only helps where content can be more than one thing.
final class Sniffer {

    private static final int FEW_RECORDS = 30;
    private static final int TAR_MARK = 257;

    private record Magic(String mediaType, int at, String bytes) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic(MediaTypes.GZIP, 0, "\u001f\u008b"),
            new Magic(MediaTypes.ZSTD, 0, "(\u00b5/\u00fd"),
            new Magic(MediaTypes.ZIP, 0, "PK\u0003\u0004"),
            new Magic(MediaTypes.ZIP, 0, "PK\u0005\u0006"),
            new Magic(MediaTypes.PARQUET, 0, "PAR1"),
            new Magic(MediaTypes.PARQUET, 0, "PARE"),
            new Magic(MediaTypes.ARROW_FILE, 0, ArrowRows.FILE_MARK),
            new Magic("application/x-feather", 0, "FEA1"),
            new Magic(MediaTypes.TAR, TAR_MARK, "ustar"),
            new Magic("application/pdf", 0, "%PDF-"),
            new Magic("image/png", 0, "\u0089PNG\r\n"),
            new Magic("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
            new Magic("image/gif", 0, "GIF8"),
            new Magic("image/webp", 8, "WEBP"),
            new Magic("audio/wav", 8, "WAVE"),
            new Magic("audio/flac", 0, "fLaC"),
            new Magic("audio/mpeg", 0, "ID3"),
            new Magic("audio/ogg", 0, "OggS"),
            new Magic("video/mp4", 4, "ftyp"),
            new Magic("application/x-7z-compressed", 0, "7z\u00bc\u00af'\u001c"),
            new Magic("application/vnd.rar", 0, "Rar!\u001a\u0007"),
            new Magic("application/x-xz", 0, "\u00fd7zXZ\u0000"),
            new Magic("application/x-bzip2", 0, "BZh"),
            new Magic("application/vnd.sqlite3", 0, "SQLite format 3\u0000"),
            new Magic("application/x-hdf5", 0, "\u0089HDF\r\n"),
            new Magic("application/x-numpy", 0, "\u0093NUMPY"),
            new Magic("application/x-lz4", 0, "\4\"M\30"),
            new Magic("application/vnd.apache.avro", 0, "Obj\u0001"),
            new Magic("application/vnd.apache.orc", 0, "ORC"));

    private final byte[] head;
    private final int length;
    private final boolean whole;
    private final String suffix;

    /// @param whole whether nothing comes behind the head
    Sniffer(byte[] head, int length, boolean whole, String path) {
        this.head = head;
        this.length = length;
        this.whole = whole;
        this.suffix = MediaTypes.suffix(path);
    }

    String mediaType() {
        for (Magic magic : MAGIC) {
            // Letters alone may also stand in a text.
            boolean letters = magic.bytes().chars().allMatch(ch -> ch >= ' ' && ch < 0x7f);
            if (startsWith(magic.at(), magic.bytes()) && !(letters && text() && !marked())) {
                return magic.mediaType();
            }
        }
        if (ArrowRows.begins(head, length)) {
            return MediaTypes.ARROW_STREAM;
        }
        return text() ? textType() : MediaTypes.UNKNOWN;
    }

    /// Documents whose head may be all text.
    private boolean marked() {
        return startsWith(0, "%PDF-1.") || startsWith(0, "%PDF-2.");
    }

    private boolean startsWith(int at, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (at + wanted.length > length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean text() {
        int strange = 0;
        for (int i = 0; i < length; i++) {
            int value = head[i] & 0xff;
            if (value == 0) {
                return false;
            }
            strange += value < ' ' && (value < '\t' || value > '\r') && value != 0x1b && value != 0x1e ? 1 : 0;
        }
        return strange * 100 <= length;
    }

    private String textType() {
        int start = first();
        if (start < length) {
            String json = json(start);
            if (!json.isEmpty()) {
                return json;
            }
        }
        String begin = new String(head, start, Math.min(length - start, 200), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            return MediaTypes.HTML;
        }
        if (begin.startsWith("<?xml")) {
            return MediaTypes.XML;
        }
        return switch (suffix) {
            case "csv", "tsv", "tab" -> delimited(true);
            case "md", "markdown" -> MediaTypes.MARKDOWN;
            case "yaml", "yml" -> MediaTypes.YAML;
            case "txt", "text", "log", "py", "java", "html", "htm", "xml" -> MediaTypes.PLAIN;
            default -> delimited(false);
        };
    }

    private int first() {
        int start = startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (start < length && head[start] >= 0 && head[start] <= ' ') {
            start++;
        }
        return start;
    }

    private String json(int start) {
        boolean lines = suffix.equals("jsonl") || suffix.equals("ndjson") || suffix.equals("jsonlines");
        boolean bracket = head[start] == '{' || head[start] == '[';
        if (!bracket && !lines) {
            return "";
        }
        return switch (JsonProbe.probe(head, start, length)) {
            case JsonProbe.Answer.Complete(int end) -> afterOne(start, end, lines);
            case JsonProbe.Answer.CutOff _ ->
                !bracket ? "" : brokenAcrossLines(start) || !lines ? MediaTypes.JSON : MediaTypes.JSONL;
            case JsonProbe.Answer.NotJson _ -> laterLines() ? MediaTypes.JSONL : "";
        };
    }

    private boolean brokenAcrossLines(int start) {
        return indexOf('\n', start) >= 0 && !(whole && laterLines());
    }

    private String afterOne(int start, int end, boolean lines) {
        int newline = indexOf('\n', start);
        if (newline >= 0 && newline < end) {
            return MediaTypes.JSON;
        }
        int next = end;
        while (next < length && head[next] >= 0 && head[next] <= ' ') {
            next++;
        }
        boolean alone = next >= length;
        if (!alone && newline >= 0 && newline < next) {
            return MediaTypes.JSONL;
        }
        return alone && lines ? MediaTypes.JSONL : MediaTypes.JSON;
    }

    /// The first line may be damaged; the others tell.
    private boolean laterLines() {
        int good = 0;
        int seen = 0;
        for (int from = 0; from < length && seen < FEW_RECORDS; seen++) {
            int newline = indexOf('\n', from);
            if (newline < 0) {
                break;
            }
            boolean object = head[from] == '{';
            good += object && JsonProbe.probe(head, from, newline) instanceof JsonProbe.Answer.Complete ? 1 : 0;
            from = newline + 1;
        }
        return good > 0 && good * 2 >= seen;
    }

    private int indexOf(char wanted, int from) {
        for (int i = from; i < length; i++) {
            if (head[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// The byte between the fields of a table: the one that cuts all records of the head into equally many.
    byte delimiter() {
        byte best = suffix.equals("tsv") || suffix.equals("tab") ? (byte) '\t' : (byte) ',';
        int most = consistency(best);
        for (byte other : new byte[] {',', '\t', ';', '|'}) {
            int consistency = consistency(other);
            if (consistency > most) {
                most = consistency;
                best = other;
            }
        }
        return best;
    }

    private int consistency(byte delimiter) {
        CsvRows rows = new CsvRows(delimiter);
        List<Integer> counts = new ArrayList<>();
        int from = 0;
        while (counts.size() < FEW_RECORDS && rows.find(head, from, length, whole)) {
            if (rows.rowTo() > rows.rowFrom()) {
                counts.add(rows.fields(head, rows.rowFrom(), rows.rowTo()).size());
            }
            from = rows.next();
        }
        if (counts.isEmpty() || counts.getFirst() < 2) {
            return 0;
        }
        int first = counts.getFirst();
        long same = counts.stream().filter(count -> count == first).count();
        return same == counts.size() ? 1000 + first : same * 10 >= counts.size() * 9L ? 100 + first : 0;
    }

    private String delimited(boolean named) {
        byte delimiter = delimiter();
        int consistency = consistency(delimiter);
        if (named && consistency < 1000 && !suffix.equals("csv")) {
            return MediaTypes.TSV;
        }
        if (named && consistency < 1000) {
            return MediaTypes.CSV;
        }
        if (!named && (consistency < 1000 || records() < 3)) {
            return MediaTypes.PLAIN;
        }
        return delimiter == '\t' ? MediaTypes.TSV : MediaTypes.CSV;
    }

    private int records() {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += head[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
