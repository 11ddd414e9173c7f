package org.provgate.formats.report;

import java.time.LocalDate;
import java.util.List;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Use;

/// What is asked about a model.
///
/// @param model as people write it
/// @param on the day its output was made
/// @param channel how it was reached; unknown asks for the strictest of all
/// @param uses what it did; none asks for any
public record TeacherQuestion(String model, LocalDate on, AccessChannel channel, List<Use> uses) {

    public TeacherQuestion {
        uses = List.copyOf(uses);
    }
}
