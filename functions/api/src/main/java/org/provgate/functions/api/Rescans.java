package org.provgate.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.provgate.formats.http.RequestBody;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.ledger.Segment;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.port.Executions;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;
import org.provgate.usecases.rescan.Estimate;

/// Rescans, which operators alone see and steer.
final class Rescans {

    /// A key of the ledger holds no more.
    private static final int LONGEST_CURSOR = 1_024;

    private static final String REASON = "reason";

    private static final String LATEST = "latest";

    private static final int PAGE = 100;

    private static final int PERCENT = 100;

    private final ConductRescan conduct;
    private final Ledger ledger;
    private final Runs runs;
    private final Executions executions;

    Rescans(ConductRescan conduct, Ledger ledger, Runs runs, Executions executions) {
        this.conduct = conduct;
        this.ledger = ledger;
        this.runs = runs;
        this.executions = executions;
    }

    Answer begin(Question question) {
        return told(question, List.of("scope", "flipPercent", REASON), this::begin);
    }

    private interface Telling {
        Answer of(RequestBody.Texts texts, Said.Asker asker);
    }

    /// Reads what an operator says.
    private static Answer told(Question question, List<String> members, Telling telling) {
        if (question.caller() instanceof Caller.Contributor) {
            return notForContributors();
        }
        Optional<Act.Request> request = Requests.of(question);
        if (request.isEmpty()) {
            return Requests.unfit();
        }
        String body = question.request().body();
        return switch (RequestBody.texts(body.isBlank() ? "{}" : body, List.of(), members)) {
            case RequestBody.Unfit(String sentence) -> Answer.unfit(sentence);
            case RequestBody.Upload _ -> throw new IllegalStateException("no upload was asked for");
            case RequestBody.Texts texts ->
                telling.of(texts, new Said.Asker(question.caller().name(), texts.get(REASON), request.get()));
        };
    }

    /// What the same request was answered before.
    private Optional<Answer> before(Optional<Run> run, String word, Said.Asker asker) {
        if (run.isEmpty() || asker.request().key().isEmpty()) {
            return Optional.empty();
        }
        return run.get().said().stream()
                .filter(said -> said.asker().by().equals(asker.by())
                        && said.asker().request().key().equals(asker.request().key()))
                .findFirst()
                .map(said ->
                        said.word().equals(word) && said.asker().equals(asker) ? goneOn(run.get()) : Requests.reused());
    }

    /// Whoever said it may not have come to set somebody to work.
    private Answer goneOn(Run run) {
        if (!run.over() && !run.paused()) {
            executions.start(run.id());
        }
        return shown(run, "");
    }

    private Answer begin(RequestBody.Texts texts, Said.Asker asker) {
        String typedScope = texts.get("scope");
        String typedPercent = texts.get("flipPercent");
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
        Limits limits = new Limits(percent.get(), usual.costCents());
        return before(runs.latest(), Said.BEGIN, asker).orElseGet(() -> switch (conduct.plan(
                scope.get(), limits, asker)) {
            case Planned.Ready(Run run, var _) -> goneOn(run);
            case Planned.Unfinished(Run run, var _) -> busy(run);
            case Planned.Busy(Run run) -> busy(run);
            case Planned.TooDear(var estimate, var _) ->
                Answer.problem(
                        409,
                        "Too dear",
                        "%d submissions come to about %d cents, the limit is %d"
                                .formatted(estimate.submissions(), estimate.costCents(), limits.costCents()));
        });
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

    /// What a rescan of everything would come to.
    Answer estimate(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return notForContributors();
        }
        Estimate estimate = Estimate.of(ledger.roughSize());
        return Answer.json(json -> {
            json.object();
            RescanJson.estimate(json, estimate);
            json.number("limitCents", Limits.standard().costCents()).end();
        });
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
        return told(question, List.of(REASON), (_, asker) -> steer(id, word, asker));
    }

    private Answer steer(String id, String word, Said.Asker asker) {
        Optional<ConductRescan.Word> said = word(word);
        Optional<Run> run = find(id);
        if (said.isEmpty() || run.isEmpty()) {
            return Answer.absent();
        }
        return before(run, word, asker).orElseGet(() -> steer(run.get(), said.get(), asker));
    }

    private Answer steer(Run run, ConductRescan.Word word, Said.Asker asker) {
        Optional<Run> steered = conduct.steer(run.id(), word, asker);
        if (steered.isEmpty()) {
            return Answer.problem(
                    409,
                    "Not as it stands",
                    "the rescan " + run.id() + " is " + run.stage().word());
        }
        if (word == ConductRescan.Word.RESUME || word == ConductRescan.Word.CONFIRM) {
            executions.start(run.id());
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
        return Answer.json(json -> RescanJson.write(json, run, segments, page, next));
    }
}
