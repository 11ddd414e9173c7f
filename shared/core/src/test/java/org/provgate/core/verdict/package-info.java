/// The decision as a whole.
@NullMarked
package org.provgate.core.verdict;

import org.jspecify.annotations.NullMarked;
