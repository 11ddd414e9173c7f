/// Tests of keys and envelopes.
@NullMarked
package org.provgate.core.signing;

import org.jspecify.annotations.NullMarked;
