/// A page and a read-only interface over HTTP, on the loopback interface alone.
@NullMarked
package org.provgate.local.console;

import org.jspecify.annotations.NullMarked;
