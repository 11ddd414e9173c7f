package org.provgate.cli.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.provgate.cli.CannotRunException;
import org.provgate.cli.remote.GateClient;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.core.policy.Policy;
import org.provgate.formats.http.CaseText;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.preview.Preview;

/// What a running gate says of a policy, over all its submissions.
///
/// @param token with which the gate lets the policy be published
record GatePreview(Preview preview, String token) {

    static final String AGAINST = "the verdicts in force";

    static GatePreview of(GateClient client, String text, Policy policy, LocalDate today) {
        List<Flip> flips = new ArrayList<>();
        int looked = 0;
        String asked = "policy/preview";
        String cursor;
        String token;
        do {
            switch (client.postYaml(asked, text)) {
                case Reply.Refused(String sentence) -> throw new CannotRunException(sentence);
                case Reply.Done(String body) -> {
                    CaseText page = CaseText.read(body);
                    page.items("items").forEach(item -> flips.add(flip(item)));
                    looked += Math.toIntExact(page.number("looked"));
                    cursor = page.exact("next");
                    token = page.exact("preview");
                    asked = "policy/preview?cursor=" + GateClient.encoded(cursor) + "&preview="
                            + GateClient.encoded(token);
                }
            }
        } while (!cursor.isEmpty());
        return new GatePreview(new Preview(policy.name(), policy.digest(), AGAINST, today, looked, flips), token);
    }

    private static Flip flip(CaseText item) {
        return new Flip(
                item.get("id"),
                item.get("contributor"),
                item.get("from"),
                item.get("to"),
                reasons(item, "gained"),
                reasons(item, "lost"));
    }

    private static List<Flip.Reason> reasons(CaseText item, String change) {
        return item.items("reasons").stream()
                .filter(reason -> reason.get("change").equals(change))
                .map(reason -> new Flip.Reason(
                        reason.get("code"),
                        reason.get("rule"),
                        reason.get("subject"),
                        reason.get("message"),
                        reason.get("remedy")))
                .toList();
    }
}
