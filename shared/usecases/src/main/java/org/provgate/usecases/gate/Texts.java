package org.provgate.usecases.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.provgate.usecases.ledger.Bytes;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// Keeps small texts: in the ledger where they fit, in the report bucket where they do not.
public final class Texts {

    /// An item of the ledger holds 400 KB; the rest of the item needs room too.
    static final int INLINE_LIMIT = 300_000;

    private final ObjectStore store;

    public Texts(ObjectStore store) {
        this.store = store;
    }

    KeptText keep(byte[] text, String overflowKey) {
        byte[] gzip = compressed(text);
        if (gzip.length <= INLINE_LIMIT) {
            return new KeptText.Inline(Bytes.of(gzip));
        }
        store.put(Bucket.REPORT, overflowKey, "application/gzip", gzip);
        return new KeptText.InReportBucket(overflowKey);
    }

    /// Keeps the statement of a verdict, beside what else is kept of it.
    void state(VerdictRecord verdict, byte[] statement) {
        store.put(Bucket.REPORT, verdict.statementKey(), "application/vnd.in-toto+json", statement);
    }

    /// What [#state] kept; empty for a verdict from before there were statements.
    Optional<byte[]> statement(VerdictRecord verdict) {
        return store.read(Bucket.REPORT, verdict.statementKey());
    }

    /// The text's bytes.
    public byte[] read(KeptText kept) {
        return kept instanceof KeptText.None ? new byte[0] : expanded(packed(kept));
    }

    /// The text's bytes as they are kept, compressed.
    public byte[] packed(KeptText kept) {
        return switch (kept) {
            case KeptText.Inline(Bytes gzip) -> gzip.toArray();
            case KeptText.InReportBucket(String key) ->
                store.read(Bucket.REPORT, key)
                        .orElseThrow(() -> new IllegalStateException("the report bucket has lost " + key));
            case KeptText.None _ -> new byte[0];
        };
    }

    private static byte[] compressed(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The text's bytes, out of those that [#packed] gives.
    public static byte[] expanded(byte[] gzip) {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] bytes = text.readNBytes(Engine.LIST_LIMIT + 1);
            if (bytes.length > Engine.LIST_LIMIT) {
                throw new IllegalStateException("a kept text is longer than any that a gate keeps");
            }
            return bytes;
        } catch (IOException damaged) {
            throw new UncheckedIOException("a text in the ledger is damaged", damaged);
        }
    }
}
