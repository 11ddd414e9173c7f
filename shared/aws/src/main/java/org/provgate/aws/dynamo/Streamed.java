package org.provgate.aws.dynamo;

import java.util.List;

/// Names of attributes that readers of the ledger's stream look at.
public final class Streamed {

    public static final String PK = LedgerKey.PK;
    public static final String SK = LedgerKey.SK;
    public static final String STATE = SubmissionItem.STATE;
    public static final String VERDICT = SubmissionItem.VERDICT;
    public static final String PLACED = SubmissionItem.PLACED;

    /// Attributes of an object that a decision looks at. A move between buckets changes none of them.
    public static final List<String> DECIDED_ON =
            List.of(ObjectItem.UPLOAD, ObjectItem.STANDING, ObjectItem.FACTS, Item.TEXT_GZIP, Item.TEXT_KEY);

    private Streamed() {}
}
