/// Tables of what the rules about files find.
@NullMarked
package org.provgate.core.rule.integrity;

import org.jspecify.annotations.NullMarked;
