package org.provgate.aws.dynamo;

import java.util.Map;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.SubmissionRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What must hold of an item for a write to happen.
///
/// @param names of attributes that the database reserves
record Condition(String expression, Map<String, AttributeValue> values, Map<String, String> names) {

    Condition(String expression, Map<String, AttributeValue> values) {
        this(expression, values, Map.of());
    }

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
        return revision(expected.revision());
    }

    static Condition revision(long expected) {
        return new Condition(Item.REVISION + " = :rev", Map.of(":rev", AttributeValue.fromN(Long.toString(expected))));
    }

    /// The submission has the verdict and the state of the record, whatever else became of it.
    static Condition inForce(SubmissionRecord record) {
        return new Condition(
                SubmissionItem.VERDICT + " = :verdict and #state = :state",
                Map.of(
                        ":verdict", AttributeValue.fromN(Integer.toString(record.verdict())),
                        ":state", AttributeValue.fromS(record.state().word())),
                Map.of("#state", SubmissionItem.STATE));
    }

    /// Another version stands there.
    static Condition otherThan(ObjectRecord object) {
        return new Condition(
                "attribute_exists(" + LedgerKey.PK + ") and " + ObjectItem.UPLOAD + " <> :upload",
                Map.of(":upload", AttributeValue.fromS(object.upload())));
    }
}
