/// What a rule is and what it may look at.
@NullMarked
package org.provgate.core.rule;

import org.jspecify.annotations.NullMarked;
