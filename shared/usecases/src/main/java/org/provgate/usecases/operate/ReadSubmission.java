package org.provgate.usecases.operate;

import java.util.Optional;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.report.ReportParts;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// A submission as it stands, with the verdict in force.
public final class ReadSubmission {

    private final Ledger ledger;
    private final ReadVerdict verdicts;

    public ReadSubmission(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.verdicts = new ReadVerdict(store);
    }

    /// @param verdict empty before the first
    /// @param report of that verdict, as JSON; empty before the first
    public record Reading(SubmissionRecord record, Optional<VerdictRecord> verdict, String report, ReportParts parts) {}

    /// Empty when there is no such submission for the caller.
    public Optional<Reading> read(SubmissionName name, Caller caller) {
        return caller.sees(name) ? ledger.submission(name).map(this::of) : Optional.empty();
    }

    Reading of(SubmissionRecord record) {
        Optional<VerdictRecord> verdict =
                record.verdict() == 0 ? Optional.empty() : ledger.verdict(record.name(), record.verdict());
        String report = verdict.map(found -> verdicts.read(found).report()).orElse("");
        return new Reading(record, verdict, report, report.isEmpty() ? ReportParts.none() : ReportParts.read(report));
    }
}
