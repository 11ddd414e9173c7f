package org.provgate.core.manifest;

import java.time.LocalDate;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.claim.Word;

/// A sentence that a named person answers for.
public record Attestation(
        Place at,
        Field<Kind> type,
        Field<String> statement,
        Field<String> by,
        Field<LocalDate> date,
        Field<Document> document) {

    public enum Kind implements Word {
        COMPLETE_AND_ACCURATE,
        RIGHT_TO_CONTRIBUTE,
        NO_MODEL_OUTPUT,
        TERMS_COMPLIED,
        OPT_OUTS_HONORED,
        CONSENT_OBTAINED,
        PERSONAL_DATA_HANDLED,
        OTHER
    }
}
