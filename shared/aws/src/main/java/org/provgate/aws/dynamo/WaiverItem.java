package org.provgate.aws.dynamo;

import java.time.LocalDate;
import java.util.Map;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A waiver as an item: one for each code and subject.
final class WaiverItem {

    private WaiverItem() {}

    static Map<String, AttributeValue> write(SubmissionName name, Waiver waiver) {
        return put(Item.at(LedgerKey.waiver(name, waiver)), waiver).attributes();
    }

    static Item put(Item item, Waiver waiver) {
        return item.put("code", waiver.code().value())
                .put("dataset", waiver.dataset())
                .put("subject", waiver.subject())
                .put("reason", waiver.reason())
                .put("approver", waiver.approver())
                .put("expires", waiver.expires().toString());
    }

    static Waiver read(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        return new Waiver(
                new RuleCode(item.text("code")),
                item.text("dataset"),
                item.text("subject"),
                item.text("reason"),
                item.text("approver"),
                LocalDate.parse(item.text("expires")));
    }
}
