package org.provgate.formats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.provgate.core.claim.Word;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.registry.TermsEdition;
import org.provgate.formats.report.JsonStream.Layout;
import org.provgate.formats.report.TeacherAnswer.Reading;

/// What the registry knows of one model, every statement with its source: for `provgate teachers MODEL`.
public final class TeachersReport {

    private TeachersReport() {}

    public static void json(TeacherAnswer answer, OutputStream out) throws IOException {
        JsonStream.write(out, Layout.INDENTED, json -> {
            TeacherQuestion question = answer.question();
            json.object().text("query", question.model());
            answer.governing()
                    .map(Reading::family)
                    .ifPresentOrElse(
                            family -> family(json, family, answer),
                            () -> json.nothing("provider")
                                    .nothing("family")
                                    .nothing("model")
                                    .nothing("released")
                                    .nothing("weights")
                                    .nothing("licence")
                                    .texts("derivedFrom", List.of())
                                    .texts("distilledFrom", List.of()));
            json.flag("ambiguous", answer.ambiguous());
            TermsJson.terms(json, answer.terms(), question.channel());
            json.array("editions");
            answer.terms().editions().forEach(citation -> TermsJson.edition(json, citation));
            json.end().texts("alternatives", answer.alternatives());
            json.object("asked")
                    .text("on", question.on().toString())
                    .text("channel", question.channel().word())
                    .texts("uses", question.uses().stream().map(Word::word).toList())
                    .end()
                    .object("registry")
                    .text("edition", answer.registryEdition())
                    .end()
                    .end();
        });
    }

    private static void family(JsonStream json, ModelFamily family, TeacherAnswer answer) {
        json.text("provider", family.provider())
                .text("family", family.id())
                .textOrNull("model", answer.ambiguous() ? "" : answer.model())
                .textOrNull(
                        "released",
                        family.releases().day().map(LocalDate::toString).orElse(""))
                .textOrNull("weights", family.weights())
                .textOrNull("licence", family.licence())
                .texts("derivedFrom", family.derivedFrom())
                .texts("distilledFrom", family.distilledFrom());
    }

    public static String text(TeacherAnswer answer, boolean colour) {
        StringBuilder page = new StringBuilder();
        try {
            new Page(new TextLines(page, colour), answer).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toString();
    }

    private record Page(TextLines lines, TeacherAnswer answer) {

        private static final int LABEL = 14;

        void write() throws IOException {
            TeacherQuestion question = answer.question();
            if (!answer.known()) {
                lines.wrapped(
                        0,
                        "The registry of %s does not know %s.".formatted(answer.registryEdition(), question.model()));
                alternatives("Names that look alike: ");
                return;
            }
            lines.line(lines.paint(Ink.STRONG, Printable.line(question.model())));
            if (answer.ambiguous()) {
                alternatives("The name does not say which version; the strictest counts until it does. It may be: ");
            }
            Reading reading = answer.governing().orElseThrow();
            lines.blank();
            family(reading.family());
            lines.blank();
            lines.line("On %s, by %s%s:".formatted(question.on(), channel(), uses()));
            lines.wrapped(2, Wording.category(reading.terms()));
            for (Citation citation : reading.terms().editions()) {
                citation(citation, reading.family());
            }
            if (reading.terms().editions().isEmpty()) {
                lines.wrapped(2, "No edition of terms is on record for that day and channel.");
            }
            lines.blank();
            lines.wrapped(0, "Registry of %s. Information, not legal advice.".formatted(answer.registryEdition()));
        }

        private String channel() {
            return switch (answer.question().channel()) {
                case UNKNOWN -> "any channel";
                case PROVIDER_API, CLOUD_MARKETPLACE, RESELLER, CONSUMER_APP, SELF_HOSTED, UPSTREAM_DATASET ->
                    answer.question().channel().word();
            };
        }

        private String uses() {
            return answer.question().uses().isEmpty()
                    ? ""
                    : ", "
                            + String.join(
                                    ", ",
                                    answer.question().uses().stream()
                                            .map(Word::word)
                                            .toList());
        }

        private void alternatives(String sentence) throws IOException {
            if (!answer.alternatives().isEmpty()) {
                lines.wrapped(0, sentence + String.join(", ", answer.alternatives()) + ".");
            }
        }

        private void family(ModelFamily family) throws IOException {
            entry("family", family.id());
            entry("known as", String.join(", ", family.names()));
            entry(
                    "provider",
                    answer.providerName().isEmpty()
                            ? family.provider()
                            : "%s (%s)".formatted(answer.providerName(), family.provider()));
            entry("released", family.releases().day().map(LocalDate::toString).orElse("not on record"));
            entry("weights", family.weights());
            entry("licence", family.licence());
            entry("derived from", String.join(", ", family.derivedFrom()));
            entry("distilled from", String.join(", ", family.distilledFrom()));
            entry("note", family.note());
        }

        private void entry(String label, String text) throws IOException {
            if (!text.isEmpty()) {
                lines.labelled(Ink.FAINT, "  " + Columns.padded(label, LABEL) + "  ", text);
            }
        }

        private void citation(Citation citation, ModelFamily family) throws IOException {
            TermsEdition edition = citation.edition();
            lines.blank();
            lines.labelled("  ", Wording.citation(citation));
            List<String> facts = new ArrayList<>();
            facts.add(edition.category().word());
            facts.add(citation.channel().word());
            facts.add(inForce(edition));
            facts.add(edition.verified() ? "clause read" : "not verified");
            if (!citation.family().equals(family.id())) {
                facts.add("inherited from " + citation.family());
            }
            lines.wrapped(4, String.join(", ", facts));
            if (!edition.says().isEmpty()) {
                lines.wrapped(4, edition.says());
            }
            if (!edition.conditions().isEmpty()) {
                lines.wrapped(4, "conditions: " + String.join(", ", edition.conditions()));
            }
            if (!edition.source().isEmpty()) {
                lines.wrapped(4, "source: " + edition.source());
            }
            if (!citation.document().url().isEmpty()) {
                lines.wrapped(4, "published: " + citation.document().url());
            }
        }

        private static String inForce(TermsEdition edition) {
            String from = edition.from().equals(LocalDate.MIN) ? "" : "from " + edition.from();
            String until = edition.until().equals(LocalDate.MAX) ? "" : "until " + edition.until();
            String span = (from + " " + until).strip();
            return span.isEmpty() ? "dates not on record" : span;
        }
    }
}
