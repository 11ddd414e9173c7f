/// Tables of what the rules about teachers find.
@NullMarked
package org.provgate.core.rule.teacher;

import org.jspecify.annotations.NullMarked;
