package org.provgate.core.manifest;

import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;

/// A person or an organisation that answers for the dataset.
///
/// @param roles words such as `submitter`, `creator`, `rights-holder`
public record Contributor(
        Place at,
        Field<String> name,
        Field<String> organization,
        Field<String> email,
        Field<String> url,
        Field<List<String>> roles) {}
