/// How signs are weighed.
@NullMarked
package org.provgate.core.facts;

import org.jspecify.annotations.NullMarked;
