/// The ports in memory: quick, exact, and with a memory of what happened to them.
@NullMarked
package org.provgate.testkit.memory;

import org.jspecify.annotations.NullMarked;
