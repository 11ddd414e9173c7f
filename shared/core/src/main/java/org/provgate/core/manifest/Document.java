package org.provgate.core.manifest;

import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;

/// A document in the submission (`path`) or elsewhere (`uri`), with its digest where known.
public record Document(Place at, Field<String> path, Field<String> uri, Field<String> sha256, Field<String> title) {}
