/// in-toto statements and the envelopes that carry them.
@NullMarked
package org.provgate.formats.intoto;

import org.jspecify.annotations.NullMarked;
