package org.provgate.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.provgate.aws.s3.S3PolicySource;
import org.provgate.core.policy.Policy;
import org.provgate.formats.policy.PolicyReader;
import org.provgate.formats.report.JsonStream;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.SurveySubmissions;
import org.provgate.usecases.operate.SurveySubmissions.Standing;
import org.provgate.usecases.operate.SurveySubmissions.Survey;
import org.provgate.usecases.operate.SurveySubmissions.Tally;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;

/// The hub at a glance: how its submissions stand, and the policy that they stand under.
final class Overviews {

    private final SurveySubmissions surveys;
    private final ObjectStore store;

    Overviews(SurveySubmissions surveys, ObjectStore store) {
        this.surveys = surveys;
        this.store = store;
    }

    Answer overview(Question question) {
        Optional<String> only = question.caller() instanceof Caller.Contributor(String _, String contributor)
                ? Optional.of(contributor)
                : Optional.empty();
        return Cursors.of(question.address(), only)
                .map(cursor -> surveys.survey(only, cursor, question.timeLeft()))
                .map(survey -> Answer.json(json -> write(json, survey, only.isEmpty())))
                .orElseGet(Cursors::unfit);
    }

    private static void write(JsonStream json, Survey survey, boolean operator) {
        json.object().array("states");
        survey.states().forEach((state, standing) -> {
            json.object().text("state", state.word());
            standing(json, standing, operator);
            json.end();
        });
        json.end();
        tallies(json, "codes", "code", survey.codes());
        tallies(json, "providers", "provider", survey.providers());
        json.array("days");
        survey.days().forEach((LocalDate day, Tally tally) -> tally(json, "day", day.toString(), tally));
        json.end()
                .number("looked", survey.looked())
                .textOrNull("next", survey.next())
                .end();
    }

    private static void standing(JsonStream json, Standing standing, boolean operator) {
        json.number(
                        "count",
                        standing.ages().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .number("appealed", standing.appealed())
                .number("proposed", operator ? standing.proposed() : 0)
                .object("ages");
        for (SurveySubmissions.Age age : SurveySubmissions.Age.values()) {
            json.number(age.word(), standing.ages().getOrDefault(age, 0));
        }
        json.end();
    }

    private static void tallies(JsonStream json, String list, String name, SortedMap<String, Tally> tallies) {
        json.array(list);
        tallies.forEach((value, tally) -> tally(json, name, value, tally));
        json.end();
    }

    private static void tally(JsonStream json, String name, String value, Tally tally) {
        json.object()
                .text(name, value)
                .number("accepted", tally.accepted())
                .number("quarantined", tally.quarantined())
                .end();
    }

    /// The policy in force as it was written; with its faults while nothing can be decided by it.
    Answer policy(Question question) {
        if (question.caller() instanceof Caller.Contributor) {
            return Answer.problem(403, "For operators", "a policy names others' waivers and tiers");
        }
        Optional<byte[]> own = store.read(Bucket.REPORT, S3PolicySource.KEY);
        byte[] text = own.orElseGet(PolicyReader::shippedText);
        return Answer.json(json -> {
            json.object();
            try {
                Policy policy = own.map(bytes -> PolicyText.read(S3PolicySource.KEY, bytes))
                        .orElseGet(PolicyText::shipped);
                json.text("name", policy.name())
                        .text("digest", policy.digest())
                        .text("mode", policy.mode().word())
                        .texts("faults", List.of());
            } catch (PolicyText.FaultyPolicyException faulty) {
                json.nothing("name")
                        .nothing("digest")
                        .nothing("mode")
                        .texts("faults", faulty.sentences().lines().toList());
            }
            json.flag("shipped", own.isEmpty())
                    .text("text", new String(text, StandardCharsets.UTF_8))
                    .end();
        });
    }
}
