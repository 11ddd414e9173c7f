/// Waiting for a real server, with a deadline.
@NullMarked
package org.provgate.testkit.wait;

import org.jspecify.annotations.NullMarked;
