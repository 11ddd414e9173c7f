/// The one place where a function's parts are put together.
@NullMarked
package org.provgate.aws.wiring;

import org.jspecify.annotations.NullMarked;
