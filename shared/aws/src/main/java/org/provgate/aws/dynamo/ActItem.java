package org.provgate.aws.dynamo;

import java.time.LocalDate;
import java.util.Map;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What somebody did as an item. Written once.
final class ActItem {

    private static final String DEED = "deed";
    private static final String REASON = "reason";
    private static final String EXPIRES = "expires";

    private ActItem() {}

    static Map<String, AttributeValue> write(Act act) {
        Item item = Item.at(LedgerKey.act(act.submission(), act.number()))
                .put("number", act.number())
                .put("at", act.at())
                .put("by", act.by())
                .put("requestKey", act.request().key())
                .put("requestBody", act.request().body())
                .put(DEED, act.deed().word());
        return switch (act.deed()) {
            case Act.Released(String reason, LocalDate expires) ->
                item.put(REASON, reason).put(EXPIRES, expires.toString()).attributes();
            case Act.Rejected(String reason) -> item.put(REASON, reason).attributes();
            case Act.Waived(var waiver) -> WaiverItem.put(item, waiver).attributes();
            case Act.Rechecked _ -> item.attributes();
            case Act.Appealed(String message, String finding) ->
                item.put("message", message).put("finding", finding).attributes();
            case Act.Lapsed(LocalDate expired) ->
                item.put(EXPIRES, expired.toString()).attributes();
        };
    }

    static Act read(Map<String, AttributeValue> attributes) {
        Item item = Item.of(attributes);
        return new Act(
                SubmissionItem.name(item),
                item.small("number"),
                item.instant("at"),
                item.text("by"),
                deed(attributes, item),
                new Act.Request(item.text("requestKey"), item.text("requestBody")));
    }

    private static Deed deed(Map<String, AttributeValue> attributes, Item item) {
        String deed = item.text(DEED);
        return switch (deed) {
            case "released" -> new Act.Released(item.text(REASON), day(item));
            case "rejected" -> new Act.Rejected(item.text(REASON));
            case "waived" -> new Act.Waived(WaiverItem.read(attributes));
            case "rechecked" -> new Act.Rechecked();
            case "appealed" -> new Act.Appealed(item.text("message"), item.text("finding"));
            case "lapsed" -> new Act.Lapsed(day(item));
            default ->
                throw new IllegalStateException(
                        "the ledger holds the deed " + deed + ", which this gate does not know");
        };
    }

    private static LocalDate day(Item item) {
        return LocalDate.parse(item.text(EXPIRES));
    }
}
