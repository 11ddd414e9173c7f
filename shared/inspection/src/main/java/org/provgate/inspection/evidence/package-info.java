/// Rows to evidence: who wrote them, as far as they say.
@NullMarked
package org.provgate.inspection.evidence;

import org.jspecify.annotations.NullMarked;
