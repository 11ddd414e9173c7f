package org.provgate.aws.dynamo;

import java.util.Optional;
import org.provgate.core.submission.SubmissionName;

/// What an item of the ledger is, told by its key.
public enum ItemKind {
    SUBMISSION,
    /// Stands at its path, or was withdrawn from it.
    OBJECT,
    SUPERSEDED,
    VERDICT,
    WAIVER,
    ACT,
    OTHER;

    /// @param sk the sort key
    public static ItemKind of(String sk) {
        if (sk.equals(LedgerKey.META)) {
            return SUBMISSION;
        }
        if (sk.length() < 2) {
            return OTHER;
        }
        return switch (sk.substring(0, 2)) {
            case LedgerKey.OBJECT, LedgerKey.LONG_OBJECT -> OBJECT;
            case LedgerKey.SUPERSEDED -> SUPERSEDED;
            case LedgerKey.VERDICT -> VERDICT;
            case LedgerKey.WAIVER -> WAIVER;
            case LedgerKey.ACT -> ACT;
            default -> OTHER;
        };
    }

    /// @param pk the partition key
    /// @return the submission the item belongs to
    public static Optional<SubmissionName> submission(String pk) {
        return LedgerKey.submission(pk);
    }
}
