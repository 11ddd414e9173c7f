/// Places and words.
@NullMarked
package org.provgate.core.claim;

import org.jspecify.annotations.NullMarked;
