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

    /// Number of the verdict about which a proposal speaks; no other act has one.
    private static final String ABOUT = "about";

    private static final String PROPOSER = "proposer";

    /// Number of the proposal that an act answers.
    private static final String PROPOSAL = "proposal";

    private static final String DECLINED = "declined";

    private ActItem() {}

    static Map<String, AttributeValue> write(Act act) {
        Item item = Item.at(LedgerKey.act(act.submission(), act.number()))
                .put("number", act.number())
                .put("at", act.at())
                .put("by", act.by())
                .put("requestKey", act.request().key())
                .put("requestBody", act.request().body());
        return put(item, act.deed()).attributes();
    }

    private static Item put(Item item, Deed deed) {
        return switch (deed) {
            case Act.Proposed(Deed ruling, int verdict, String subject) ->
                put(item.put(ABOUT, verdict).put(PROPOSER, subject), ruling);
            case Act.Confirmed(int proposal, Deed ruling) -> put(item.put(PROPOSAL, proposal), ruling);
            case Act.Declined(int proposal, String reason) ->
                item.put(DEED, DECLINED).put(PROPOSAL, proposal).put(REASON, reason);
            case Act.Released(String reason, LocalDate expires) ->
                item.put(DEED, deed.word()).put(REASON, reason).put(EXPIRES, expires.toString());
            case Act.Rejected(String reason) -> item.put(DEED, deed.word()).put(REASON, reason);
            case Act.Waived(var waiver) -> WaiverItem.put(item.put(DEED, deed.word()), waiver);
            case Act.Rechecked _ -> item.put(DEED, deed.word());
            case Act.Appealed(String message, String finding) ->
                item.put(DEED, deed.word()).put("message", message).put("finding", finding);
            case Act.Lapsed(LocalDate expired) -> item.put(DEED, deed.word()).put(EXPIRES, expired.toString());
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
        if (attributes.containsKey(ABOUT)) {
            return new Act.Proposed(plain(attributes, item), item.small(ABOUT), item.text(PROPOSER));
        }
        if (!attributes.containsKey(PROPOSAL)) {
            return plain(attributes, item);
        }
        return item.text(DEED).equals(DECLINED)
                ? new Act.Declined(item.small(PROPOSAL), item.text(REASON))
                : new Act.Confirmed(item.small(PROPOSAL), plain(attributes, item));
    }

    private static Deed plain(Map<String, AttributeValue> attributes, Item item) {
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
