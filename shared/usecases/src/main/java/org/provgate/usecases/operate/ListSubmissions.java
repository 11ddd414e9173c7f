package org.provgate.usecases.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.port.Ledger;

/// Finds submissions by state, contributor and code, a page at a time.
public final class ListSubmissions {

    /// Submissions on a page.
    public static final int PAGE = 100;

    /// Submissions looked at for one page, so that a rare code does not keep anybody waiting.
    private static final int LOOK_AT = 500;

    private final Ledger ledger;
    private final ReadSubmission reading;

    public ListSubmissions(Ledger ledger, ReadSubmission reading) {
        this.ledger = ledger;
        this.reading = reading;
    }

    /// @param code of a finding
    /// @param appealed whether an appeal waits for its answer
    /// @param proposed whether a ruling waits for a second operator
    public record Filter(
            Optional<String> contributor,
            Optional<State> state,
            Optional<String> code,
            boolean appealed,
            boolean proposed) {

        boolean takes(SubmissionRecord record) {
            return state.map(wanted -> wanted == record.state()).orElse(true)
                    && (!appealed || record.rulings().appeal() > 0)
                    && (!proposed || record.rulings().proposal() > 0);
        }
    }

    /// @param after where the page before ended; empty for the first
    public Ledger.Page<ReadSubmission.Reading> list(Filter filter, String after) {
        List<ReadSubmission.Reading> found = new ArrayList<>();
        String last = after;
        int looked = 0;
        do {
            Ledger.Page<SubmissionRecord> page = ledger.list(filter.contributor(), last, PAGE - found.size());
            for (SubmissionRecord record : page.items()) {
                if (filter.takes(record)) {
                    ReadSubmission.Reading one = reading.of(record);
                    if (filter.code().map(one.parts().codes()::contains).orElse(true)) {
                        found.add(one);
                    }
                }
            }
            looked += page.items().size();
            last = page.next();
        } while (!last.isEmpty() && found.size() < PAGE && looked < LOOK_AT);
        return new Ledger.Page<>(found, last);
    }
}
