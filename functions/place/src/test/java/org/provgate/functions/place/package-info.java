/// The handler against its sample events.
@NullMarked
package org.provgate.functions.place;

import org.jspecify.annotations.NullMarked;
