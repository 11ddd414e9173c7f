/// Faults as a contributor reads them.
@NullMarked
package org.provgate.core.finding;

import org.jspecify.annotations.NullMarked;
