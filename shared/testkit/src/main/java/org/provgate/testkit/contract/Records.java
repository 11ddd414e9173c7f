package org.provgate.testkit.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.facts.Strength;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.Bytes;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.KeptText;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.ObjectRecord;
import org.provgate.usecases.ledger.Placement;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;

/// Records with something in every field.
public final class Records {

    /// Not a round number: a ledger keeps what it is given.
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

    private Records() {}

    public static SubmissionName name(String revision) {
        return new SubmissionName("ada", "tides", revision);
    }

    public static SubmissionRecord begun(SubmissionName name) {
        return SubmissionRecord.begun(name, NOW, NOW.plusSeconds(3600));
    }

    public static ObjectFacts facts(String path) {
        return new ObjectFacts(
                path,
                42,
                Digests.sha256(path),
                "application/jsonl",
                new Rows.Counted(7),
                new Coverage(42, 7, true),
                List.of(new Evidence(
                        new Maker.Model("anthropic", "claude-3-opus"),
                        Strength.STRONG,
                        "model-field",
                        3,
                        2,
                        1,
                        "\"model\": \"claude-3-opus\" 🦉")),
                List.of(new Concern(Concern.Kind.NOT_INSPECTED, "the rest is over the budget", 5)),
                1);
    }

    public static ObjectRecord object(SubmissionName name, String path, String upload, KeptText text) {
        return new ObjectRecord(
                name,
                path,
                upload,
                "0055AED6DCD90281E5",
                NOW.minusSeconds(7),
                NOW,
                facts(path),
                text,
                Placement.arrived(upload),
                ObjectRecord.Standing.CURRENT,
                1);
    }

    public static ObjectRecord object(SubmissionName name, String path, String upload) {
        return object(name, path, upload, new KeptText.None());
    }

    public static KeptText inline(int bytes) {
        byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) (i * 31);
        }
        return new KeptText.Inline(Bytes.of(text));
    }

    public static VerdictRecord verdict(SubmissionName name, int number) {
        return new VerdictRecord(
                name,
                number,
                NOW.plusSeconds(number),
                "quarantined",
                Cause.MANIFEST,
                new VerdictRecord.Inputs("f" + number, "", "w", "u", "sha256:p@1970-01-01", "sha256:r", "1"),
                new Gist("gist" + number, new TreeSet<>(Set.of(Mark.of(Mark.Kind.PROVIDER, "Anthropic")))),
                number % 2 == 0 ? new KeptText.InReportBucket("verdicts/" + number) : inline(1000),
                number == 1 ? "" : "hash" + (number - 1),
                "hash" + number);
    }

    public static Waiver waiver(String subject, String reason) {
        return new Waiver(
                new RuleCode("file-unlisted"), "ada/tides", subject, reason, "grace", LocalDate.of(2026, 12, 31));
    }
}
