/// The handler against its sample events.
@NullMarked
package org.provgate.functions.rescan;

import org.jspecify.annotations.NullMarked;
