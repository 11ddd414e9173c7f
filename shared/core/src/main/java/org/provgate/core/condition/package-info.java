/// Operators' own rules: what their conditions may look at, and how they are asked.
@NullMarked
package org.provgate.core.condition;

import org.jspecify.annotations.NullMarked;
