package org.provgate.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.provgate.formats.http.RequestBody;
import org.provgate.formats.report.JsonStream;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.port.Executions;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;

/// Rescans, which operators alone see and steer.
final class Rescans {

    /// A key of the ledger holds no more.
    private static final int LONGEST_CURSOR = 1_024;

    private static final String LATEST = "latest";

    private static final int PAGE = 100;

    private static final int PERCENT = 100;

    private final ConductRescan conduct;
    private final Runs runs;
    private final Executions executions;

    Rescans(ConductRescan conduct, Runs runs, Executions executions) {
        this.conduct = conduct;
        this.runs = runs;
        this.executions = executions;
    }

    Answer begin(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return notForContributors();
        }
        String body = question.request().body();
        return switch (RequestBody.texts(body.isBlank() ? "{}" : body, List.of(), List.of("scope", "flipPercent"))) {
            case RequestBody.Unfit(String sentence) -> Answer.unfit(sentence);
            case RequestBody.Upload _ -> throw new IllegalStateException("no upload was asked for");
            case RequestBody.Texts texts -> begin(texts.get("scope"), texts.get("flipPercent"));
        };
    }

    private Answer begin(String typedScope, String typedPercent) {
        Optional<Scope> scope = Scope.parse(typedScope.isEmpty() ? "all" : typedScope);
        if (scope.isEmpty()) {
            return Answer.unfit(
                    "scope is all, or provider:, model:, dataset:, rule:, license: or submission: with a name");
        }
        Limits usual = Limits.standard();
        Optional<Integer> percent = typedPercent.isEmpty() ? Optional.of(usual.flipPercent()) : percent(typedPercent);
        if (percent.isEmpty()) {
            return Answer.unfit("flipPercent is a text of a whole number from 0 to 100");
        }
        return switch (conduct.plan(scope.get(), new Limits(percent.get(), usual.costCents()))) {
            case Planned.Ready(Run run, var _) -> {
                executions.start(run.id());
                yield shown(run, "");
            }
            case Planned.Unfinished(Run run, var _) -> busy(run);
            case Planned.Busy(Run run) -> busy(run);
            case Planned.TooDear(var estimate, var limits) ->
                Answer.problem(
                        409,
                        "Too dear",
                        "%d submissions come to about %d cents, the limit is %d"
                                .formatted(estimate.submissions(), estimate.costCents(), limits.costCents()));
        };
    }

    private static Optional<Integer> percent(String typed) {
        boolean number = typed.length() <= 3 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.valueOf(typed)).filter(percent -> percent <= PERCENT) : Optional.empty();
    }

    private static Answer busy(Run run) {
        return Answer.problem(
                409,
                "Not now",
                "the rescan " + run.id() + " is "
                        + (run.paused() ? "paused" : run.stage().word()) + "; two never run at once");
    }

    /// @param id of the run, or `latest`
    Answer read(Question question, String id) {
        if (question.caller() instanceof Caller.Contributor) {
            return notForContributors();
        }
        Optional<String> cursor = question.address().asked("cursor");
        return find(id).map(run -> cursor.isEmpty() || isCursor(cursor.get(), run)
                        ? shown(run, cursor.orElse(""))
                        : Cursors.unfit())
                .orElseGet(Answer::absent);
    }

    Answer steer(Question question, String id, String word) {
        if (question.caller() instanceof Caller.Contributor) {
            return notForContributors();
        }
        Optional<ConductRescan.Word> said = word(word);
        Optional<Run> run = find(id);
        if (said.isEmpty() || run.isEmpty()) {
            return Answer.absent();
        }
        Optional<Run> steered = conduct.steer(run.get().id(), said.get());
        if (steered.isEmpty()) {
            return Answer.problem(
                    409,
                    "Not as it stands",
                    "the rescan " + run.get().id() + " is " + run.get().stage().word());
        }
        if (said.get() == ConductRescan.Word.RESUME || said.get() == ConductRescan.Word.CONFIRM) {
            executions.start(run.get().id());
        }
        return shown(steered.get(), "");
    }

    private static Optional<ConductRescan.Word> word(String text) {
        for (ConductRescan.Word word : ConductRescan.Word.values()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private Optional<Run> find(String id) {
        return id.equals(LATEST) ? runs.latest() : runs.run(id);
    }

    private static Answer notForContributors() {
        return Answer.problem(403, "For operators", "a rescan decides everybody's submissions");
    }

    /// Whether it leads to a segment that the run has, and to a place that may be in it.
    private static boolean isCursor(String cursor, Run run) {
        int slash = cursor.indexOf(' ');
        return slash > 0
                && cursor.getBytes(StandardCharsets.UTF_8).length <= LONGEST_CURSOR
                && percent(cursor.substring(0, slash))
                        .filter(segment -> segment < run.segments())
                        .isPresent();
    }

    /// @param cursor segment and place in it; empty for the first page
    private Answer shown(Run run, String cursor) {
        int slash = cursor.indexOf(' ');
        int segment = slash < 1 ? 0 : percent(cursor.substring(0, slash)).orElse(0);
        Ledger.Page<Noted> page = runs.noted(run.id(), segment, slash < 1 ? "" : cursor.substring(slash + 1), PAGE);
        String next = page.next().isEmpty()
                ? segment + 1 < run.segments() ? (segment + 1) + " " : ""
                : segment + " " + page.next();
        List<Segment> segments = runs.segments(run.id());
        Run.Totals totals = run.over()
                ? run.totals()
                : segments.stream().map(Segment::totals).reduce(Run.Totals.none(), Run.Totals::plus);
        return Answer.json(json -> {
            json.object()
                    .text("id", run.id())
                    .text("scope", run.scope().word())
                    .text("began", run.began().toString())
                    .text("stage", run.stage().word())
                    .flag("paused", run.paused())
                    .number("expected", run.expected())
                    .number("flipPercent", run.limits().flipPercent())
                    .number("segments", run.segments())
                    .number(
                            "segmentsDone",
                            segments.stream()
                                    .filter(one -> one.hasDone(run.stage()))
                                    .count());
            totals(json, totals);
            json.array("items");
            page.items().forEach(noted -> noted(json, noted));
            json.end().textOrNull("next", next).end();
        });
    }

    private static void totals(JsonStream json, Run.Totals totals) {
        json.object("totals")
                .number("looked", totals.looked())
                .number("left", totals.left())
                .number("changed", totals.changed())
                .number("flipped", totals.flipped())
                .number("written", totals.written())
                .number("damaged", totals.damaged())
                .end();
    }

    private static void noted(JsonStream json, Noted noted) {
        json.object()
                .text("id", noted.subject())
                .text("kind", noted.kind().word())
                .textOrNull("from", noted.from())
                .textOrNull("to", noted.to())
                .text("cause", noted.cause())
                .end();
    }
}
