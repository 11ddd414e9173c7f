package org.provgate.inspection.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Sha256;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.rows.CsvRows;
import org.provgate.inspection.rows.JsonRows;
import org.provgate.inspection.rows.LineRows;
import org.provgate.inspection.rows.ParagraphRows;
import org.provgate.inspection.rows.RowFeed;
import org.provgate.inspection.rows.RowSplitter;

/// Finds out what a stream holds and looks into it, as deep as it is wrapped.
final class ContentReader {

    private static final int HEAD = 1 << 16;
    private static final int MOST_KEPT = 1 << 26;

    private final Inspection inspection;

    ContentReader(Inspection inspection) {
        this.inspection = inspection;
    }

    /// What a stream turned out to be.
    record Content(String mediaType, Rows rows) {}

    /// @param name as it stands in the submission, or in the archive
    /// @param where `"in MEMBER: "` inside an archive, else empty
    Content read(String name, String where, InputStream in, int nesting) {
        return read(name, where, in, nesting, Optional.empty());
    }

    /// @param source the stored bytes, where these are what is read
    Content read(String name, String where, InputStream stream, int nesting, Optional<ByteSource> source) {
        HeadInput in = new HeadInput(stream, HEAD);
        if (Utf16Input.marked(in.head(), in.headLength())) {
            return read(name, where, new Utf16Input(in), nesting);
        }
        byte[] head = in.head();
        int length = in.headLength();
        if (length == 0 && in.fault().isPresent()) {
            concern(in.fault().get(), where);
            return new Content(MediaTypes.UNKNOWN, new Rows.Unknown());
        }
        if (length == 0) {
            return empty(name, where);
        }
        Sniffer sniffer = new Sniffer(head, length, length < HEAD, name);
        String mediaType = sniffer.mediaType();
        if (MediaTypes.differs(name, mediaType)) {
            inspection.concern(
                    Concern.Kind.TYPE_DIFFERS,
                    "%sthe name ends in .%s, the content is %s".formatted(where, MediaTypes.suffix(name), mediaType),
                    1);
        }
        try {
            return new Content(mediaType, rows(name, where, mediaType, sniffer, in, nesting, source));
        } catch (IOException fault) {
            concern(fault, where);
            return new Content(mediaType, new Rows.Unknown());
        }
    }

    private Content empty(String name, String where) {
        if (MediaTypes.neverEmpty(name)) {
            inspection.concern(
                    Concern.Kind.UNREADABLE,
                    "%sit is empty, which no .%s file is".formatted(where, MediaTypes.suffix(name)),
                    1);
            return new Content(MediaTypes.UNKNOWN, new Rows.Unknown());
        }
        String mediaType = MediaTypes.ofEmpty(name);
        boolean prose = mediaType.equals(MediaTypes.PLAIN) || mediaType.equals(MediaTypes.MARKDOWN);
        return new Content(mediaType, prose ? new Rows.NotTabular() : new Rows.Counted(0));
    }

    private void concern(IOException fault, String where) {
        if (fault instanceof ContentFault known) {
            inspection.concern(known.kind(), where + known.detail(), 1);
        } else {
            inspection.concern(Concern.Kind.UNREADABLE, where + "it cannot be read to its end", 1);
        }
    }

    private Rows rows(
            String name,
            String where,
            String mediaType,
            Sniffer sniffer,
            InputStream in,
            int nesting,
            Optional<ByteSource> source)
            throws IOException {
        return switch (mediaType) {
            case MediaTypes.GZIP -> unpacked(name, where, new GzipInput(in), nesting);
            case MediaTypes.ZSTD -> unpacked(name, where, new ZstdInput(in), nesting);
            case MediaTypes.ZIP -> new ArchiveReader(inspection, this).zip(in, where, nesting);
            case MediaTypes.TAR -> new ArchiveReader(inspection, this).tar(in, where, nesting);
            case MediaTypes.PARQUET -> parquet(where, in, source);
            case MediaTypes.ARROW_FILE, MediaTypes.ARROW_STREAM ->
                arrow(where, in, mediaType.equals(MediaTypes.ARROW_FILE));
            case MediaTypes.JSONL -> json(new LineRows(), where, in);
            case MediaTypes.JSON -> json(new JsonRows(), where, in);
            case MediaTypes.CSV, MediaTypes.TSV -> table(new CsvRows(sniffer.delimiter()), where, in);
            case MediaTypes.PLAIN, MediaTypes.MARKDOWN, MediaTypes.YAML, MediaTypes.HTML, MediaTypes.XML ->
                prose(where, in);
            default -> {
                inspection.concern(
                        Concern.Kind.NOT_INSPECTED,
                        "%sit is %s, which is not looked into".formatted(where, mediaType),
                        1);
                yield mediaType.startsWith("image/") || mediaType.startsWith("audio/") || mediaType.startsWith("video/")
                        ? new Rows.NotTabular()
                        : new Rows.Unknown();
            }
        };
    }

    private Rows unpacked(String name, String where, InputStream packed, int nesting) throws IOException {
        if (nesting >= inspection.limits().nesting()) {
            throw new ContentFault(
                    Concern.Kind.EXPANDS_TOO_FAR,
                    "it is packed more than %d times over"
                            .formatted(inspection.limits().nesting()));
        }
        InputStream metered = new MeteredInput(packed, inspection.budget(), true);
        return read(MediaTypes.inner(name), where, metered, nesting + 1).rows();
    }

    private Rows parquet(String where, InputStream in, Optional<ByteSource> source) throws IOException {
        ByteSource file = source.isPresent() ? source.get() : kept(in);
        Optional<Sha256> sampled = source.isPresent() ? inspection.sampled() : Optional.empty();
        try (ParquetRows rows = new ParquetRows(file, inspection.budget(), sampled)) {
            if (sampled.isPresent()) {
                inspection.counted(rows::leading);
            }
            Rows read = json(new LineRows(), where, rows);
            inspection.picked(rows.bytes());
            return sampled.isPresent() ? new Rows.Counted(rows.claimed()) : read;
        }
    }

    private Rows arrow(String where, InputStream in, boolean file) throws IOException {
        try (ArrowRows rows = new ArrowRows(in, file, inspection.budget())) {
            return json(new LineRows(), where, new MeteredInput(rows, inspection.budget(), true));
        }
    }

    /// A file that must be read here and there, out of a stream that cannot.
    private static ByteSource kept(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_KEPT + 1);
        if (bytes.length > MOST_KEPT) {
            throw new ContentFault(
                    Concern.Kind.NOT_INSPECTED,
                    "it is longer than %d bytes and lies inside something else".formatted(MOST_KEPT));
        }
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
        };
    }

    private void feed(RowSplitter splitter, TextSink sink, InputStream in) throws IOException {
        InputStream metered = new MeteredInput(in, inspection.budget(), false);
        new RowFeed(
                        metered,
                        splitter,
                        inspection.fingerprints().triggers(),
                        inspection.limits().rowBytes(),
                        sink)
                .run();
    }

    private Rows json(RowSplitter splitter, String where, InputStream in) throws IOException {
        JsonSink sink = new JsonSink(inspection, where);
        feed(splitter, sink, in);
        if (splitter instanceof JsonRows rows && rows.malformed()) {
            inspection.concern(Concern.Kind.UNREADABLE, where + "the JSON is malformed or cut off", 1);
        }
        return counted(sink);
    }

    private Rows table(CsvRows splitter, String where, InputStream in) throws IOException {
        TableSink sink = new TableSink(inspection, where, splitter);
        feed(splitter, sink, in);
        if (splitter.unclosed() && inspection.sampled().isEmpty()) {
            inspection.concern(Concern.Kind.UNREADABLE, where + "a quoted field is never closed", 1);
        }
        return counted(sink);
    }

    private Rows counted(TextSink sink) {
        return sink.cut() || inspection.sampled().isPresent() ? new Rows.Unknown() : new Rows.Counted(sink.rows());
    }

    private Rows prose(String where, InputStream in) throws IOException {
        feed(new ParagraphRows(), new ProseSink(inspection, where), in);
        return new Rows.NotTabular();
    }
}
