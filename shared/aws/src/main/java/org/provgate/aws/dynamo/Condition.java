package org.provgate.aws.dynamo;

import java.util.Map;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What must hold of an item for a write to happen.
record Condition(String expression, Map<String, AttributeValue> values) {

    static Condition absent() {
        return new Condition("attribute_not_exists(" + LedgerKey.PK + ")", Map.of());
    }

    /// The item is the record, unchanged. The revision alone would not do: another version begins at 1 again.
    static Condition unchanged(ObjectRecord expected) {
        return new Condition(
                Item.REVISION + " = :rev and " + ObjectItem.UPLOAD + " = :upload",
                Map.of(
                        ":rev", AttributeValue.fromN(Long.toString(expected.revision())),
                        ":upload", AttributeValue.fromS(expected.upload())));
    }

    static Condition unchanged(SubmissionRecord expected) {
        return new Condition(
                Item.REVISION + " = :rev", Map.of(":rev", AttributeValue.fromN(Long.toString(expected.revision()))));
    }

    /// Another version stands there.
    static Condition otherThan(ObjectRecord object) {
        return new Condition(
                "attribute_exists(" + LedgerKey.PK + ") and " + ObjectItem.UPLOAD + " <> :upload",
                Map.of(":upload", AttributeValue.fromS(object.upload())));
    }
}
