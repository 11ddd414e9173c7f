package org.provgate.aws.dynamo;

import java.util.List;

/// Names of attributes that readers of the ledger's stream look at.
public final class Streamed {

    public static final String PK = LedgerKey.PK;
    public static final String SK = LedgerKey.SK;
    public static final String VERDICT = SubmissionItem.VERDICT;
    public static final String PLACED = SubmissionItem.PLACED;

    /// Attributes of an object that a decision looks at. A move between buckets changes none of them.
    public static final List<String> DECIDED_ON =
            List.of(ObjectItem.UPLOAD, ObjectItem.STANDING, ObjectItem.FACTS, Item.TEXT_GZIP, Item.TEXT_KEY);

    /// Attributes of a submission that say where its objects are to lie, and when they are to be looked at again.
    public static final List<String> PLACED_BY = List.of(VERDICT, PLACED, SubmissionItem.RULING, SubmissionItem.DUE);

    /// What a submission is watched for.
    public static final String WATCH = SubmissionItem.WATCH;

    private Streamed() {}
}
