package org.provgate.formats.report;

import java.time.LocalDate;
import java.util.List;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.TeacherCase;

/// The members that teachers and their terms have in reports and in the answer of `teachers`.
final class TermsJson {

    private TermsJson() {}

    static void teacher(JsonStream json, TeacherCase teacher) {
        Resolution resolution = teacher.resolution();
        json.object()
                .text("declared", teacher.teacher().model().value().orElse(""))
                .textOrNull("id", teacher.teacher().id().value().orElse(""))
                .textOrNull("provider", Wording.provider(resolution))
                .textOrNull("family", teacher.family().map(ModelFamily::id).orElse(""))
                .texts("candidates", candidates(resolution));
        terms(json, teacher.terms());
        json.end();
    }

    /// The governing answer, as member `terms`.
    static void terms(JsonStream json, TermsAnswer terms) {
        json.object("terms").text("category", terms.category().word()).texts("conditions", terms.conditions());
        terms.governing()
                .ifPresentOrElse(
                        citation -> cited(json, citation),
                        () -> json.nothing("document")
                                .nothing("title")
                                .nothing("section")
                                .nothing("edition")
                                .nothing("source")
                                .nothing("channel")
                                .nothing("family"));
        json.flag("verified", terms.verified()).end();
    }

    /// One edition of a list of all that bind.
    static void edition(JsonStream json, Citation citation) {
        json.object()
                .text("category", citation.edition().category().word())
                .texts("conditions", citation.edition().conditions());
        cited(json, citation);
        json.textOrNull("url", citation.document().url())
                .textOrNull("from", day(citation.edition().from()))
                .textOrNull("until", day(citation.edition().until()))
                .textOrNull("says", citation.edition().says())
                .flag("verified", citation.edition().verified())
                .end();
    }

    private static void cited(JsonStream json, Citation citation) {
        json.text("document", citation.document().id())
                .text("title", citation.document().title())
                .textOrNull("section", citation.edition().section())
                .text("edition", citation.edition().label())
                .textOrNull("source", citation.edition().source())
                .text("channel", citation.channel().word())
                .text("family", citation.family());
    }

    private static String day(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? "" : day.toString();
    }

    private static List<String> candidates(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Ambiguous(var families) ->
                families.stream().map(ModelFamily::id).toList();
            case Resolution.Known _, Resolution.Unrecognized _ -> List.of();
        };
    }
}
