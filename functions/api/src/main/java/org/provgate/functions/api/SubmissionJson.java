package org.provgate.functions.api;

import java.time.LocalDate;
import org.provgate.core.claim.Word;
import org.provgate.formats.report.JsonStream;
import org.provgate.usecases.ledger.Rulings.Release;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.ReadSubmission.Reading;

/// Submissions and verdicts as answers write them. Members may be added, none is ever renamed.
final class SubmissionJson {

    private SubmissionJson() {}

    /// @param caller what waits for a second operator is shown to operators alone
    static void summary(JsonStream json, Reading reading, Caller caller) {
        SubmissionRecord record = reading.record();
        json.text("id", record.name().toString())
                .text("contributor", record.name().contributor())
                .text("state", word(record.state()))
                .textOrNull(
                        "outcome", reading.verdict().map(VerdictRecord::outcome).orElse(""))
                .texts("codes", reading.parts().codes())
                .number("generation", record.generation())
                .number("verdict", record.verdict())
                .textOrNull(
                        "decided",
                        reading.verdict()
                                .map(verdict -> verdict.at().toString())
                                .orElse(""))
                .flag("placed", record.verdict() > 0 && record.placed() == record.verdict())
                .textOrNull("releasedUntil", releasedUntil(record))
                .flag("appealed", record.rulings().appeal() > 0)
                .flag(
                        "proposed",
                        caller instanceof Caller.Operator && record.rulings().proposal() > 0)
                .text("began", record.began().toString())
                .text("deadline", record.deadline().toString());
        json.object("progress")
                .number("arrived", record.progress().arrived())
                .number("expected", record.progress().expected())
                .texts("missing", record.progress().missing())
                .end();
    }

    static void whole(JsonStream json, Reading reading, Caller caller) {
        json.object();
        summary(json, reading, caller);
        json.json("counts", reading.parts().counts())
                .json("findings", reading.parts().findings())
                .json("teachers", reading.parts().teachers())
                .json("files", reading.parts().files())
                .number("fileCount", reading.parts().fileCount())
                .json("waived", reading.parts().waived())
                .json("declared", reading.parts().declared())
                .json("policy", reading.parts().policy())
                .end();
    }

    static void verdict(JsonStream json, VerdictRecord verdict) {
        json.object()
                .number("verdict", verdict.number())
                .text("kind", "verdict")
                .text("at", verdict.at().toString())
                .text("outcome", verdict.outcome())
                .text("cause", verdict.cause().word())
                .text("policy", verdict.inputs().policy())
                .text("registry", verdict.inputs().registry())
                .text("engine", verdict.inputs().engine())
                .text("hash", verdict.hash())
                .textOrNull("previous", verdict.previous())
                .end();
    }

    private static String releasedUntil(SubmissionRecord record) {
        return record.rulings().release() instanceof Release.Granted(LocalDate expires) ? expires.toString() : "";
    }

    private static String word(Word word) {
        return word.word();
    }
}
