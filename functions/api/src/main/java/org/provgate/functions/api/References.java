package org.provgate.functions.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.provgate.core.claim.Word;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.Registry;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionName;
import org.provgate.formats.report.JsonStream;
import org.provgate.formats.report.TeacherAnswer;
import org.provgate.formats.report.TeacherQuestion;
import org.provgate.formats.report.TeachersReport;
import org.provgate.functions.api.Api.Question;
import org.provgate.usecases.operate.Caller;
import org.provgate.usecases.operate.TraceLineage;
import org.provgate.usecases.operate.TraceLineage.Origin;

/// What is known besides the cases themselves: rules, teachers, lineage.
final class References {

    private static final int LONGEST_MODEL = 300;

    private final Registry registry;
    private final TraceLineage lineages;
    private final InstantSource clock;

    References(Registry registry, TraceLineage lineages, InstantSource clock) {
        this.registry = registry;
        this.lineages = lineages;
        this.clock = clock;
    }

    static Answer rules() {
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

    static Answer openApi() {
        try (InputStream document = References.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("the OpenAPI document was not built in");
            }
            return Answer.ok(Answer.JSON, new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Answer teacher(Question question, String model) {
        if (model.isBlank() || model.length() > LONGEST_MODEL || model.chars().anyMatch(Character::isISOControl)) {
            return Answer.absent();
        }
        Address address = question.address();
        Optional<LocalDate> on = address.asked("on")
                .map(References::day)
                .orElseGet(() -> Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        if (on.isEmpty()) {
            return Answer.unfit("on is a day as YYYY-MM-DD");
        }
        Optional<AccessChannel> channel =
                Word.parse(AccessChannel.class, address.asked("channel").orElse(AccessChannel.UNKNOWN.word()));
        if (channel.isEmpty()) {
            return Answer.unfit("channel is one of " + String.join(", ", Word.all(AccessChannel.class)));
        }
        List<Use> uses = new ArrayList<>();
        for (String word :
                address.asked("use").map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            Optional<Use> use = Word.parse(Use.class, word);
            if (use.isEmpty()) {
                return Answer.unfit(
                        "use is one or more, with commas between, of " + String.join(", ", Word.all(Use.class)));
            }
            uses.add(use.get());
        }
        return teacher(new TeacherQuestion(model, on.get(), channel.get(), uses));
    }

    private Answer teacher(TeacherQuestion asked) {
        TeacherAnswer answer = TeacherAnswer.of(registry, asked);
        if (!answer.known()) {
            return Answer.problem(
                    404,
                    "Not known",
                    "the registry knows no model by this name",
                    json -> json.texts("alternatives", answer.alternatives()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TeachersReport.json(answer, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Answer.ok(Answer.JSON, bytes.toString(StandardCharsets.UTF_8));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException form) {
            return Optional.empty();
        }
    }

    Answer lineage(Question question, SubmissionName name) {
        Optional<String> only = question.caller() instanceof Caller.Contributor(String _, String contributor)
                ? Optional.of(contributor)
                : Optional.empty();
        Optional<String> cursor = Cursors.of(question.address(), only);
        if (cursor.isEmpty()) {
            return Cursors.unfit();
        }
        return lineages.trace(name, question.caller(), cursor.get(), question.timeLeft())
                .map(lineage -> Answer.json(json -> {
                    json.object().text("id", name.toString()).array("sources");
                    lineage.sources().forEach(source -> source(json, source));
                    json.end().array("derived");
                    lineage.derived()
                            .forEach(derived -> json.object()
                                    .text("id", derived.submission().toString())
                                    .textOrNull("source", derived.source())
                                    .end());
                    json.end()
                            .number("looked", lineage.looked())
                            .textOrNull("next", lineage.next())
                            .end();
                }))
                .orElseGet(Answer::absent);
    }

    private static void source(JsonStream json, TraceLineage.Source source) {
        json.object()
                .textOrNull("source", source.id())
                .textOrNull("name", source.name())
                .textOrNull("uri", source.uri());
        switch (source.origin()) {
            case Origin.OfHub(SubmissionName submission) ->
                json.text("kind", "submission").text("id", submission.toString());
            case Origin.OfRegistry(KnownDataset dataset) -> {
                json.text("kind", "known-dataset").text("id", dataset.id()).array("teachers");
                dataset.teachers()
                        .forEach(teacher -> json.object()
                                .text("model", teacher.model())
                                .text("role", teacher.role())
                                .end());
                json.end();
            }
            case Origin.NotKnown _ -> json.text("kind", "unknown").nothing("id");
        }
        json.end();
    }
}
