/// Strings as people read them: escapes undone, hidden and look-alike characters folded.
@NullMarked
package org.provgate.inspection.text;

import org.jspecify.annotations.NullMarked;
