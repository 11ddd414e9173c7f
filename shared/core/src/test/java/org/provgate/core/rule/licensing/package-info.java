/// Tables of what the rules about licences find.
@NullMarked
package org.provgate.core.rule.licensing;

import org.jspecify.annotations.NullMarked;
