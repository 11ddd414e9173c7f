/// Applies fixes to the text of a manifest, so that comments, order and everything else stay as a person wrote them.
@NullMarked
package org.provgate.formats.mend;

import org.jspecify.annotations.NullMarked;
