/// What a document says, and where it says it.
@NullMarked
package org.provgate.core.claim;

import org.jspecify.annotations.NullMarked;
