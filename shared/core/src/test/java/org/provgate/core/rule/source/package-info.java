/// Tables of what the rules about sources find.
@NullMarked
package org.provgate.core.rule.source;

import org.jspecify.annotations.NullMarked;
