/// The contracts, kept by the ports in memory.
@NullMarked
package org.provgate.testkit.contract;

import org.jspecify.annotations.NullMarked;
