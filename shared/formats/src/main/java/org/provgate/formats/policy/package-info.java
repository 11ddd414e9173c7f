/// Policies from their text.
@NullMarked
package org.provgate.formats.policy;

import org.jspecify.annotations.NullMarked;
