/// The unit of a decision.
@NullMarked
package org.provgate.core.submission;

import org.jspecify.annotations.NullMarked;
