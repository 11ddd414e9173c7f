/// What holds for every rule.
@NullMarked
package org.provgate.core.rulebook;

import org.jspecify.annotations.NullMarked;
