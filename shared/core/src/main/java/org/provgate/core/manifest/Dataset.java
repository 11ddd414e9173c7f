package org.provgate.core.manifest;

import java.time.LocalDate;
import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;

/// What the manifest says of the dataset as a whole.
///
/// @param license an SPDX expression as written, not yet parsed
public record Dataset(
        Place at,
        Field<String> name,
        Field<String> identifier,
        Field<String> version,
        Field<String> description,
        Field<String> license,
        Field<String> licenseLink,
        Field<String> url,
        Field<List<String>> languages,
        Field<List<String>> modalities,
        Field<String> intendedUse,
        Field<String> personalData,
        Field<String> copyrightedMaterial,
        Field<LocalDate> created,
        Field<String> previousVersion,
        Field<List<String>> processing) {}
