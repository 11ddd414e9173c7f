/// What rules look at.
@NullMarked
package org.provgate.core.rule;

import org.jspecify.annotations.NullMarked;
