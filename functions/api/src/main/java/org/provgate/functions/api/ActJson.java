package org.provgate.functions.api;

import java.time.LocalDate;
import org.provgate.core.policy.Waiver;
import org.provgate.formats.report.JsonStream;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;

/// An act, as a verb answers with it and a history lists it. It says nothing that could change later.
final class ActJson {

    private ActJson() {}

    static void write(JsonStream json, Act act) {
        json.object()
                .number("act", act.number())
                .text("kind", act.deed().word())
                .text("submission", act.submission().toString())
                .text("at", act.at().toString())
                .text("by", act.by());
        deed(json, act.deed());
        json.end();
    }

    private static void deed(JsonStream json, Deed deed) {
        switch (deed) {
            case Act.Proposed(Deed ruling, int verdict, String _) -> {
                json.text("proposes", ruling.word()).number("about", verdict);
                deed(json, ruling);
            }
            case Act.Confirmed(int proposal, Deed ruling) -> {
                json.number("confirms", proposal);
                deed(json, ruling);
            }
            case Act.Declined(int proposal, String reason) ->
                json.number("declines", proposal).text("reason", reason);
            case Act.Released(String reason, LocalDate expires) ->
                json.text("reason", reason).text("expires", expires.toString());
            case Act.Rejected(String reason) -> json.text("reason", reason);
            case Act.Waived(Waiver waiver) ->
                json.text("code", waiver.code().value())
                        .text("subject", waiver.subject())
                        .text("reason", waiver.reason())
                        .text("expires", waiver.expires().toString());
            case Act.Rechecked _ -> {}
            case Act.Appealed(String message, String finding) ->
                json.text("message", message).textOrNull("finding", finding);
            case Act.Lapsed(LocalDate expired) -> json.text("expires", expired.toString());
        }
    }
}
