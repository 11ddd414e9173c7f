package org.provgate.core.manifest;

import java.time.LocalDate;
import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.finding.Subject;

/// A model whose output is in the data or decided about it.
///
/// @param model the id exactly as the contributor wrote it
/// @param viaSources ids of the sources that brought these outputs in
public record TeacherModel(
        Place at,
        Field<String> id,
        Field<String> provider,
        Field<String> model,
        Field<String> revision,
        Field<String> uri,
        Field<List<Use>> uses,
        Field<String> usesDescription,
        Field<Period> generationPeriod,
        Field<AccessChannel> accessChannel,
        Field<String> accessProvider,
        References viaSources,
        StatedTerms terms,
        Field<Authorization> authorization) {

    /// What the contributor says about the terms that were accepted.
    public sealed interface StatedTerms {
        Place at();

        record Accepted(
                Place at,
                Field<String> name,
                Field<String> uri,
                Field<String> version,
                Field<LocalDate> acceptedOn,
                Field<String> license,
                Field<Document> copy)
                implements StatedTerms {}

        /// The contributor says so in as many words.
        record Unknown(Place at) implements StatedTerms {}

        record Unstated(Place at) implements StatedTerms {}
    }

    /// Written permission for terms that forbid or limit this use.
    public record Authorization(
            Place at,
            Field<String> grantedBy,
            Field<String> grantedTo,
            Field<LocalDate> date,
            Field<LocalDate> expires,
            Field<String> scope,
            Field<Document> document) {}

    /// The name a finding uses: the id, or the place in the list while there is none.
    public Subject subject() {
        return Subject.teacher(id.value().orElseGet(() -> at.pointer()));
    }
}
