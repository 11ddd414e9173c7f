package org.provgate.functions.api;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.http.RequestBody;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Act.Deed;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.RuleOnSubmission;
import org.provgate.usecases.operate.RuleOnSubmission.Result;

/// What operators and contributors do.
final class Verbs {

    private static final Pattern ACT = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Pattern SUBJECT = Pattern.compile("[a-z]+:.+", Pattern.DOTALL);

    private static final int DAY_LENGTH = "YYYY-MM-DD".length();

    private final RuleOnSubmission ruling;
    private final InstantSource clock;

    Verbs(RuleOnSubmission ruling, InstantSource clock) {
        this.ruling = ruling;
        this.clock = clock;
    }

    Answer carryOut(Route verb, Question question, SubmissionName name) {
        Caller caller = question.caller();
        if (!caller.sees(name)) {
            return Answer.absent();
        }
        if (caller instanceof Caller.Contributor && verb != Route.APPEAL) {
            return notAllowed();
        }
        Optional<Act.Request> request = Requests.of(question);
        if (request.isEmpty()) {
            return Requests.unfit();
        }
        String body = question.request().body();
        try {
            return switch (asked(verb, body.isBlank() ? "{}" : body, name, caller)) {
                case Asked.Unfit(String sentence) -> Answer.unfit(sentence);
                case Asked.For(Deed deed) -> answer(ruling.rule(name, caller, deed, request.get()));
                case Asked.Confirmation(int proposal) -> answer(ruling.confirm(name, caller, proposal, request.get()));
            };
        } catch (PolicyText.FaultyPolicyException faulty) {
            return Answer.problem(
                    409,
                    "The policy is faulty",
                    "whether this needs a second operator cannot be read from the policy until it is mended: "
                            + faulty.getMessage());
        }
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Done(Act act) -> Answer.json(json -> ActJson.write(json, act));
            case Result.Proposed(Act act) -> Answer.accepted(json -> ActJson.write(json, act));
            case Result.SameOperator(String first) ->
                Answer.problem(
                        403,
                        "A second operator",
                        "it was proposed by " + first + ", and the policy wants another operator to confirm it");
            case Result.Absent _ -> Answer.absent();
            case Result.NotAllowed _ -> notAllowed();
            case Result.Refused(String why) -> Answer.problem(409, "Not as it stands", why);
            case Result.KeyReused _ -> Requests.reused();
        };
    }

    private static Answer notAllowed() {
        return Answer.problem(403, "For operators", "the token is a contributor's; operators alone do that");
    }

    private sealed interface Asked {

        record For(Deed deed) implements Asked {}

        /// @param proposal number of the act
        record Confirmation(int proposal) implements Asked {}

        record Unfit(String sentence) implements Asked {}
    }

    private Asked asked(Route verb, String body, SubmissionName name, Caller caller) {
        return switch (verb) {
            case RELEASE ->
                read(
                        body,
                        List.of("reason", "expires"),
                        texts -> dated(texts, day -> new Act.Released(texts.get("reason"), day)));
            case REJECT -> read(body, List.of("reason"), texts -> new Asked.For(new Act.Rejected(texts.get("reason"))));
            case WAIVE ->
                read(body, List.of("code", "subject", "reason", "expires"), texts -> waiver(texts, name, caller));
            case APPEAL ->
                read(
                        body,
                        List.of("message"),
                        List.of("finding"),
                        texts -> new Asked.For(new Act.Appealed(texts.get("message"), texts.get("finding"))));
            case CONFIRM -> read(body, List.of("act"), texts -> numbered(texts, Asked.Confirmation::new));
            case DECLINE ->
                read(
                        body,
                        List.of("act", "reason"),
                        texts -> numbered(texts, act -> new Asked.For(new Act.Declined(act, texts.get("reason")))));
            case RECHECK -> read(body, List.of(), _ -> new Asked.For(new Act.Rechecked()));
            case LIST,
                    UPLOAD,
                    READ,
                    REPORT,
                    HISTORY,
                    TEXT,
                    PREVIEW,
                    TEACHER,
                    LINEAGE,
                    RESCAN,
                    RESCAN_ESTIMATE,
                    RESCAN_READ,
                    RESCAN_STEER,
                    FACTS,
                    COVERAGE,
                    PUBLISH,
                    RULES,
                    OVERVIEW,
                    POLICY,
                    CALLER,
                    OPENAPI -> throw new IllegalArgumentException("no verb: " + verb);
        };
    }

    private interface Meaning {
        Asked of(RequestBody.Texts texts);
    }

    private static Asked read(String body, List<String> required, Meaning meaning) {
        return read(body, required, List.of(), meaning);
    }

    private static Asked read(String body, List<String> required, List<String> optional, Meaning meaning) {
        return switch (RequestBody.texts(body, required, optional)) {
            case RequestBody.Texts texts -> meaning.of(texts);
            case RequestBody.Unfit(String sentence) -> new Asked.Unfit(sentence);
            case RequestBody.Upload _ -> throw new IllegalStateException("no upload was asked for");
        };
    }

    private static Asked numbered(RequestBody.Texts texts, IntFunction<Asked> asked) {
        String typed = texts.get("act");
        return ACT.matcher(typed).matches()
                ? asked.apply(Integer.parseInt(typed))
                : new Asked.Unfit("act is the number of the proposal in the history, as a text, not \"" + typed + "\"");
    }

    private Asked waiver(RequestBody.Texts texts, SubmissionName name, Caller caller) {
        String code = texts.get("code");
        if (!isKnown(code)) {
            return new Asked.Unfit("there is no code \"" + code + "\"; /api/rules lists them");
        }
        String subject = texts.get("subject");
        if (!SUBJECT.matcher(subject).matches()) {
            return new Asked.Unfit("subject is kind:name, as the finding has them, not \"" + subject + "\"");
        }
        return dated(
                texts,
                day -> new Act.Waived(new Waiver(
                        new RuleCode(code), name.datasetName(), subject, texts.get("reason"), caller.name(), day)));
    }

    private static boolean isKnown(String code) {
        return RuleCode.isCode(code)
                && (code.startsWith("custom:")
                        || Rulebook.specs().stream()
                                .anyMatch(spec -> spec.code().value().equals(code)));
    }

    private interface Dated {
        Deed on(LocalDate expires);
    }

    private Asked dated(RequestBody.Texts texts, Dated deed) {
        String typed = texts.get("expires");
        Optional<LocalDate> day = day(typed);
        if (day.isEmpty()) {
            return new Asked.Unfit("expires is a day as YYYY-MM-DD, not \"" + typed + "\"");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return day.get().isBefore(today)
                ? new Asked.Unfit("expires is " + typed + ", which is over; today is " + today + " in UTC")
                : new Asked.For(deed.on(day.get()));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.length() == DAY_LENGTH ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeParseException form) {
            return Optional.empty();
        }
    }
}
