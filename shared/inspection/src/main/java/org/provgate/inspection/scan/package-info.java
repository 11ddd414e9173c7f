/// Literals in bytes, fast.
@NullMarked
package org.provgate.inspection.scan;

import org.jspecify.annotations.NullMarked;
