/// Who stands behind a text: envelopes, keys and signatures.
@NullMarked
package org.provgate.core.signing;

import org.jspecify.annotations.NullMarked;
