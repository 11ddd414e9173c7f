/// The signs that speak for a model, compiled from data.
@NullMarked
package org.provgate.inspection.fingerprint;

import org.jspecify.annotations.NullMarked;
