/// The handler against its sample events.
@NullMarked
package org.provgate.functions.decide;

import org.jspecify.annotations.NullMarked;
