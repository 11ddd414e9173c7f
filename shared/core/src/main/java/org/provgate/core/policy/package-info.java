/// The operator's rules.
@NullMarked
package org.provgate.core.policy;

import org.jspecify.annotations.NullMarked;
