package org.provgate.local.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.provgate.core.claim.Word;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.report.ReportParts;
import org.provgate.local.console.Tokens.Visitor;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;

/// The questions one may ask of the gate, each answered out of the ledger.
final class Lookups {

    private static final int PAGE = 100;

    private final Ledger ledger;
    private final ReadVerdict verdicts;

    Lookups(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.verdicts = new ReadVerdict(store);
    }

    /// @param path below `/api`, decoded
    Answer answer(List<String> path, Map<String, String> query, Visitor visitor) {
        if (path.equals(List.of("rules"))) {
            return rules();
        }
        if (path.equals(List.of("submissions"))) {
            return submissions(query, visitor);
        }
        boolean ofSubmission =
                (path.size() == 4 || path.size() == 5) && path.getFirst().equals("submissions");
        if (!ofSubmission) {
            return nothing();
        }
        Optional<SubmissionRecord> found = SubmissionName.parse(String.join("/", path.subList(1, 4)))
                .filter(name -> visitor.sees(name.contributor()))
                .flatMap(ledger::submission);
        // Whether it is another's or does not exist is not told apart.
        return found.map(record -> submission(record, path.size() == 4 ? "" : path.get(4)))
                .orElseGet(Lookups::nothing);
    }

    private Answer submission(SubmissionRecord record, String what) {
        return switch (what) {
            case "" -> one(record);
            case "report" -> report(record);
            case "history" -> history(record.name());
            default -> nothing();
        };
    }

    private Answer submissions(Map<String, String> query, Visitor visitor) {
        Optional<String> asked = Optional.ofNullable(query.get("contributor"));
        Optional<String> contributor = switch (visitor) {
            case Visitor.Operator _ -> asked;
            case Visitor.Contributor(String name) -> Optional.of(name);
        };
        if (!asked.map(visitor::sees).orElse(true)) {
            return Answer.problem(403, "Not yours", "this token shows the submissions of one contributor alone");
        }
        String cursor = query.getOrDefault("cursor", "");
        boolean usable = cursor.isEmpty()
                || SubmissionName.parse(cursor)
                        .filter(name ->
                                contributor.map(name.contributor()::equals).orElse(true))
                        .isPresent();
        if (!usable) {
            return Answer.problem(400, "Not a cursor", "a cursor is what the page before gave as next");
        }
        Optional<String> state = Optional.ofNullable(query.get("state"));
        Predicate<SubmissionRecord> wanted =
                record -> state.map(record.state().word()::equals).orElse(true);
        Ledger.Page<SubmissionRecord> page = ledger.list(contributor, cursor, PAGE);
        return Answer.json(json -> {
            json.object().array("items");
            page.items().stream().filter(wanted).forEach(record -> {
                json.object();
                summary(json, record, inForce(record));
                json.end();
            });
            json.end().textOrNull("next", page.next()).end();
        });
    }

    private Answer one(SubmissionRecord record) {
        Optional<Verdict> verdict = inForce(record);
        return Answer.json(json -> {
            json.object();
            summary(json, record, verdict);
            json.json("findings", verdict.map(found -> found.parts().findings()).orElse("[]"));
            json.end();
        });
    }

    private Answer report(SubmissionRecord record) {
        return inForce(record)
                .map(verdict -> Answer.json(verdict.report()))
                .orElseGet(() -> Answer.problem(
                        404,
                        "Not decided",
                        record.name() + " has no verdict yet; it is "
                                + record.state().word()));
    }

    private Answer history(SubmissionName name) {
        List<VerdictRecord> history = ledger.history(name);
        return Answer.json(json -> {
            json.object().array("items");
            history.forEach(verdict -> json.object()
                    .number("verdict", verdict.number())
                    .text("at", verdict.at().toString())
                    .text("outcome", verdict.outcome())
                    .text("cause", verdict.cause().word())
                    .text("policy", verdict.inputs().policy())
                    .text("registry", verdict.inputs().registry())
                    .text("engine", verdict.inputs().engine())
                    .text("hash", verdict.hash())
                    .textOrNull("previous", verdict.previous())
                    .end());
            json.end().nothing("next").end();
        });
    }

    private static Answer rules() {
        return Answer.json(json -> {
            json.object().array("items");
            Rulebook.specs().forEach(spec -> rule(json, spec));
            json.end().nothing("next").end();
        });
    }

    private static void rule(JsonStream json, RuleSpec spec) {
        json.object()
                .text("code", spec.code().value())
                .text("severity", spec.severity().name().toLowerCase(Locale.ROOT))
                .text("since", spec.since())
                .text("fault", spec.fault())
                .text("why", spec.why())
                .text("remedy", spec.remedy())
                .end();
    }

    private record Verdict(VerdictRecord record, String report, ReportParts parts) {}

    private Optional<Verdict> inForce(SubmissionRecord record) {
        return record.verdict() == 0
                ? Optional.empty()
                : ledger.verdict(record.name(), record.verdict()).map(verdict -> {
                    String report = verdicts.read(verdict).report();
                    return new Verdict(verdict, report, ReportParts.read(report));
                });
    }

    private static void summary(JsonStream json, SubmissionRecord record, Optional<Verdict> verdict) {
        json.text("id", record.name().toString())
                .text("contributor", record.name().contributor())
                .text("state", word(record.state()))
                .textOrNull(
                        "outcome",
                        verdict.map(found -> found.record().outcome()).orElse(""))
                .texts("codes", verdict.map(found -> found.parts().codes()).orElse(List.of()))
                .number("generation", record.generation())
                .number("verdict", record.verdict())
                .flag("placed", record.verdict() > 0 && record.placed() == record.verdict())
                .text("began", record.began().toString())
                .text("deadline", record.deadline().toString());
        json.object("progress")
                .number("arrived", record.progress().arrived())
                .number("expected", record.progress().expected())
                .texts("missing", record.progress().missing())
                .end();
    }

    private static String word(Word word) {
        return word.word();
    }

    private static Answer nothing() {
        return Answer.problem(404, "Not found", "there is nothing at this address that the token shows");
    }

    /// Segments of a path, decoded.
    static List<String> segments(String rawPath) {
        return List.of(rawPath.split("/", -1)).stream()
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
