package org.provgate.functions.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.provgate.core.claim.Word;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.report.JsonStream;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.State;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.ListSubmissions;
import org.provgate.usecases.operate.ReadSubmission;
import org.provgate.usecases.operate.ReadSubmission.Reading;
import org.provgate.usecases.operate.ReadText;
import org.provgate.usecases.port.Ledger;

/// Submissions as they stand, each answered out of the ledger.
final class Lookups {

    private static final int HISTORY_PAGE = 100;

    private final ListSubmissions listing;
    private final ReadSubmission reading;
    private final ReadText texts;
    private final ReportForms forms;
    private final Ledger ledger;

    Lookups(ListSubmissions listing, ReadSubmission reading, ReadText texts, ReportForms forms, Ledger ledger) {
        this.listing = listing;
        this.reading = reading;
        this.texts = texts;
        this.forms = forms;
        this.ledger = ledger;
    }

    Answer list(Question question) {
        Address address = question.address();
        Optional<State> state = address.asked("state").flatMap(word -> Word.parse(State.class, word));
        if (address.asked("state").isPresent() && state.isEmpty()) {
            return Answer.unfit("state is one of " + String.join(", ", Word.all(State.class)));
        }
        Optional<String> code = address.asked("code");
        if (code.filter(text -> !RuleCode.isCode(text)).isPresent()) {
            return Answer.unfit("code is a code of a finding, such as license-missing");
        }
        Optional<String> asked = address.asked("contributor");
        if (asked.filter(text -> !SubmissionName.isPart(text) && !text.equals("-"))
                .isPresent()) {
            return Answer.unfit("contributor is the first part of a submission's name");
        }
        Optional<String> contributor = switch (question.caller()) {
            case Caller.Operator _ -> asked;
            case Caller.Contributor(String _, String own) -> Optional.of(own);
        };
        if (!asked.equals(contributor) && asked.isPresent()) {
            return Answer.problem(403, "Not yours", "this token shows the submissions of one contributor alone");
        }
        Optional<String> cursor = Cursors.of(address, contributor);
        if (cursor.isEmpty()) {
            return Cursors.unfit();
        }
        boolean appealed = address.asked("appealed").filter("true"::equals).isPresent();
        boolean proposed = address.asked("proposed").filter("true"::equals).isPresent();
        if (proposed && question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "what waits for a second operator is for operators to see");
        }
        Ledger.Page<Reading> page =
                listing.list(new ListSubmissions.Filter(contributor, state, code, appealed, proposed), cursor.get());
        return Answer.json(json -> {
            json.object().array("items");
            page.items().forEach(one -> {
                json.object();
                SubmissionJson.summary(json, one, question.caller());
                json.end();
            });
            json.end().textOrNull("next", page.next()).end();
        });
    }

    Answer read(Question question, SubmissionName name) {
        return reading.read(name, question.caller())
                .map(one -> Answer.json(json -> SubmissionJson.whole(json, one, question.caller())))
                .orElseGet(Answer::absent);
    }

    Answer report(Question question, SubmissionName name) {
        return reading.read(name, question.caller())
                .map(one -> forms.report(one, question.request().header("accept")))
                .orElseGet(Answer::absent);
    }

    /// A manifest or list of checksums, for whoever wants to see a finding's place.
    Answer text(Question question, SubmissionName name) {
        Optional<String> path = question.address().asked("path");
        if (path.isEmpty()) {
            return Answer.unfit("path is the path of a manifest or a list of checksums of the submission");
        }
        return texts.read(name, question.caller(), path.get())
                .map(text -> Answer.json(json -> json.object()
                        .text("path", path.get())
                        .text("text", text)
                        .end()))
                .orElseGet(Answer::absent);
    }

    /// Something that happened.
    private record Event(Instant at, int order, Consumer<JsonStream> json) {}

    Answer history(Question question, SubmissionName name) {
        if (reading.read(name, question.caller()).isEmpty()) {
            return Answer.absent();
        }
        Optional<Integer> from = offset(question.address());
        if (from.isEmpty()) {
            return Cursors.unfit();
        }
        List<Event> events = new ArrayList<>();
        for (VerdictRecord verdict : ledger.history(name)) {
            events.add(new Event(verdict.at(), 0, json -> SubmissionJson.verdict(json, verdict)));
        }
        for (Act act : ledger.acts(name)) {
            if (question.caller() instanceof Caller.Operator || !isBetweenOperators(act)) {
                events.add(new Event(act.at(), 1, json -> ActJson.write(json, act)));
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        int end = Math.min(events.size(), from.get() + HISTORY_PAGE);
        return Answer.json(json -> {
            json.object().array("items");
            if (from.get() < end) {
                events.subList(from.get(), end).forEach(event -> event.json().accept(json));
            }
            json.end()
                    .textOrNull("next", end < events.size() ? Integer.toString(end) : "")
                    .end();
        });
    }

    /// Whether it is a ruling that never counted, or not yet.
    private static boolean isBetweenOperators(Act act) {
        return act.deed() instanceof Act.Proposed || act.deed() instanceof Act.Declined;
    }

    /// A history only grows at its end, so a place in it stays the same.
    private static Optional<Integer> offset(Address address) {
        String cursor = address.asked("cursor").orElse("0");
        return cursor.length() <= 6 && cursor.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.parseInt(cursor))
                : Optional.empty();
    }
}
