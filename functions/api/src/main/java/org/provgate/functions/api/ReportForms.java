package org.provgate.functions.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.formats.attest.VerdictStatement;
import org.provgate.formats.report.ReportContext;
import org.provgate.formats.report.ReportFormat;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.gate.ReadVerdict;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.operate.ReadSubmission.Reading;
import org.provgate.usecases.operate.ReplayVerdict;

/// The report of a verdict in the form that a reader prefers. JSON is what was kept; the others are written from the
/// same facts, and only while that gives the same verdict letter by letter.
final class ReportForms {

    private static final List<ReportFormat> OFFERED = List.of(ReportFormat.JSON, ReportFormat.HTML, ReportFormat.SARIF);

    private final ReplayVerdict replaying;
    private final ReadVerdict verdicts;

    ReportForms(ReplayVerdict replaying, ReadVerdict verdicts) {
        this.replaying = replaying;
        this.verdicts = verdicts;
    }

    Answer report(Reading reading, String accept) {
        if (reading.verdict().isEmpty()) {
            return Answer.problem(
                    404,
                    "Not decided",
                    reading.record().name() + " has no verdict yet; it is "
                            + reading.record().state().word());
        }
        if (accept.strip().equalsIgnoreCase(VerdictStatement.PAYLOAD_TYPE)) {
            return statement(reading.verdict().get());
        }
        Optional<ReportFormat> form = preferred(accept);
        if (form.isEmpty()) {
            return Answer.problem(
                    406,
                    "No such form",
                    "a report is " + ReportFormat.JSON.mediaType() + ", text/html, " + ReportFormat.SARIF.mediaType()
                            + " or " + VerdictStatement.PAYLOAD_TYPE);
        }
        return form.get() == ReportFormat.JSON
                ? Answer.ok(Answer.JSON, reading.report())
                : written(reading.verdict().get(), reading.report(), form.get());
    }

    private Answer statement(VerdictRecord verdict) {
        return verdicts.statement(verdict)
                .map(bytes -> Answer.ok(VerdictStatement.PAYLOAD_TYPE, new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(() -> Answer.problem(
                        406,
                        "No statement",
                        "verdict " + verdict.number() + " was written before verdicts had statements"));
    }

    private Answer written(VerdictRecord verdict, String report, ReportFormat form) {
        return replaying
                .replay(verdict, report)
                .map(replayed -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try {
                        form.writer()
                                .write(
                                        replayed.verdict(),
                                        ReportContext.of(GateEngine.VERSION, replayed.day(), Rulebook.specs()),
                                        bytes);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                    return Answer.ok(form.mediaType(), bytes.toString(StandardCharsets.UTF_8));
                })
                .orElseGet(() -> Answer.problem(
                        406,
                        "Kept as JSON alone",
                        "what verdict " + verdict.number() + " rests on has changed since; its report is "
                                + ReportFormat.JSON.mediaType() + " until the next verdict"));
    }

    private record Wish(String mediaType, double weight) {

        boolean takes(ReportFormat form) {
            String offered = form.mediaType().split(";", 2)[0];
            String type = offered.substring(0, offered.indexOf('/'));
            return mediaType.equals(offered) || mediaType.equals(type + "/*") || mediaType.equals("*/*");
        }
    }

    private static Optional<ReportFormat> preferred(String accept) {
        if (accept.isBlank()) {
            return Optional.of(ReportFormat.JSON);
        }
        List<Wish> wishes = new ArrayList<>();
        for (String part : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parameters = part.split(";", -1);
            wishes.add(new Wish(parameters[0].strip(), weight(parameters)));
        }
        // Of equal wishes the first counts; the sort is stable.
        return wishes.stream()
                .filter(wish -> wish.weight() > 0)
                .sorted(Comparator.comparingDouble(Wish::weight).reversed())
                .flatMap(wish -> OFFERED.stream().filter(wish::takes))
                .findFirst();
    }

    private static double weight(String[] parameters) {
        for (String parameter : parameters) {
            String text = parameter.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException odd) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
