package org.provgate.formats.report;

import java.time.LocalDate;
import java.util.List;
import org.provgate.core.manifest.AccessChannel;
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
        terms(json, teacher.terms(), teacher.teacher().accessChannel().value().orElse(AccessChannel.UNKNOWN));
        json.end();
    }

    /// The governing answer, as member `terms`.
    ///
    /// @param asked the channel it is the answer for; where that is unknown, the one whose terms govern
    static void terms(JsonStream json, TermsAnswer terms, AccessChannel asked) {
        json.object("terms").text("category", terms.category().word()).texts("conditions", terms.conditions());
        terms.governing()
                .ifPresentOrElse(
                        citation -> cited(json, citation, asked == AccessChannel.UNKNOWN ? channelOf(citation) : asked),
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
        cited(json, citation, channelOf(citation));
        json.textOrNull("url", citation.document().url())
                .textOrNull("from", day(citation.edition().from()))
                .textOrNull("until", day(citation.edition().until()))
                .textOrNull("says", citation.edition().says())
                .flag("verified", citation.edition().verified())
                .end();
    }

    /// The manifest's word for the door that a document governs.
    private static AccessChannel channelOf(Citation citation) {
        return switch (citation.channel()) {
            case API -> AccessChannel.PROVIDER_API;
            case CONSUMER -> AccessChannel.CONSUMER_APP;
            case CLOUD -> AccessChannel.CLOUD_MARKETPLACE;
            case WEIGHTS -> AccessChannel.SELF_HOSTED;
            case HOST -> AccessChannel.RESELLER;
        };
    }

    private static void cited(JsonStream json, Citation citation, AccessChannel channel) {
        json.text("document", citation.document().id())
                .text("title", citation.document().title())
                .textOrNull("section", citation.edition().section())
                .text("edition", citation.edition().label())
                .textOrNull("source", citation.edition().source())
                .text("channel", channel.word())
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
