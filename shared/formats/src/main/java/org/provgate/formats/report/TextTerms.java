package org.provgate.formats.report;

import java.io.IOException;
import java.util.List;
import org.provgate.core.registry.TermsAnswer.Citation;
import org.provgate.core.rule.TeacherCase;

/// Teachers and what their terms say, for a terminal.
final class TextTerms {

    private TextTerms() {}

    static void teachers(TextLines lines, List<TeacherCase> teachers) throws IOException {
        if (teachers.isEmpty()) {
            return;
        }
        lines.blank();
        lines.line(lines.paint(Ink.STRONG, "Teachers"));
        for (TeacherCase teacher : teachers) {
            lines.wrapped(2, "%s: %s".formatted(teacher.declared(), Wording.resolution(teacher.resolution())));
            lines.wrapped(6, Wording.category(teacher.terms()));
            if (teacher.terms().governing().isPresent()) {
                Citation citation = teacher.terms().governing().get();
                lines.wrapped(6, Wording.citation(citation));
                lines.wrapped(6, citation.edition().source());
            }
        }
    }
}
