package org.provgate.usecases.operate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.gate.Texts;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionFile;
import org.provgate.usecases.ledger.VerdictDocument;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// The small texts that findings point into: manifests and lists of checksums. Rows are never among them.
public final class ReadText {

    private final Ledger ledger;
    private final Texts texts;
    private final ReadVerdict verdicts;

    public ReadText(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.texts = new Texts(store);
        this.verdicts = new ReadVerdict(store);
    }

    /// The text in the version that the verdict in force is about, or, before the first, as it stands now. Empty when
    /// none was kept, or not for the caller.
    public Optional<String> read(SubmissionName name, Caller caller, String path) {
        return caller.sees(name)
                ? ledger.load(name)
                        .flatMap(file -> version(file, path))
                        .map(object -> new String(texts.read(object.text()), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private Optional<ObjectRecord> version(SubmissionFile file, String path) {
        VerdictDocument verdict = file.record().verdict() == 0
                ? VerdictDocument.none()
                : ledger.verdict(file.record().name(), file.record().verdict())
                        .map(verdicts::read)
                        .orElseGet(VerdictDocument::none);
        Stream<ObjectRecord> all = Stream.concat(file.objects().stream(), file.superseded().stream());
        return all.filter(object -> object.path().equals(path)
                        && (verdict.covers(object)
                                || (verdict.covers().isEmpty() && object.standing() == ObjectRecord.Standing.CURRENT)))
                .filter(object -> !(object.text() instanceof KeptText.None))
                .findFirst();
    }
}
