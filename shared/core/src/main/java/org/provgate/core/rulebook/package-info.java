/// The list of all rules, in the order they are reported.
@NullMarked
package org.provgate.core.rulebook;

import org.jspecify.annotations.NullMarked;
