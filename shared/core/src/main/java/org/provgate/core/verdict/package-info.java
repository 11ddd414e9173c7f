/// The decision as one pure function.
@NullMarked
package org.provgate.core.verdict;

import org.jspecify.annotations.NullMarked;
