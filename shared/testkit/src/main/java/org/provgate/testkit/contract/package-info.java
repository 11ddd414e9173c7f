/// What every adapter of a port must do. An adapter's tests extend these and say what its backend cannot do.
@NullMarked
package org.provgate.testkit.contract;

import org.jspecify.annotations.NullMarked;
