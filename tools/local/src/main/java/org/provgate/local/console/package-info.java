/// A page, and the interface behind it, over HTTP, on the loopback interface alone.
@NullMarked
package org.provgate.local.console;

import org.jspecify.annotations.NullMarked;
