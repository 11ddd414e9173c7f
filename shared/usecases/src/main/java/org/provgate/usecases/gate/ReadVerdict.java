package org.provgate.usecases.gate;

import java.util.Optional;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.ObjectStore;

/// Opens what a verdict was written with: what it covers, and the report.
public final class ReadVerdict {

    private final Texts texts;

    public ReadVerdict(ObjectStore store) {
        this.texts = new Texts(store);
    }

    public VerdictDocument read(VerdictRecord verdict) {
        return VerdictText.read(texts.read(verdict.document()));
    }

    /// The verdict as a statement for others, in an envelope where the gate has a key; empty for an older verdict.
    public Optional<byte[]> statement(VerdictRecord verdict) {
        return texts.statement(verdict);
    }
}
