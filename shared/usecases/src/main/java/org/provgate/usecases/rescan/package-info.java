/// Deciding everything again: plan, parts, summary, each of which may be killed and begun again.
@NullMarked
package org.provgate.usecases.rescan;

import org.jspecify.annotations.NullMarked;
