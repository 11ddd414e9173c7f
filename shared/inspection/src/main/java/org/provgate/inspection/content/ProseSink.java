package org.provgate.inspection.content;

import java.nio.charset.StandardCharsets;
import org.provgate.inspection.scan.Hits;

/// Running text: nothing to count, paragraphs to look into.
final class ProseSink extends TextSink {

    private long paragraphs;

    ProseSink(Inspection inspection, String where) {
        super(inspection, where);
    }

    @Override
    public void quiet(byte[] bytes, int from, int to, long line) {
        paragraphs++;
    }

    @Override
    public void row(byte[] bytes, int from, int to, Hits hits, int firstHit, int lastHit, long line) {
        examiner.beginRow();
        examiner.plain(new String(bytes, from, to - from, StandardCharsets.UTF_8), line);
        end(paragraphs++, line);
    }
}
