/// The handler against its sample events.
@NullMarked
package org.provgate.functions.inspect;

import org.jspecify.annotations.NullMarked;
