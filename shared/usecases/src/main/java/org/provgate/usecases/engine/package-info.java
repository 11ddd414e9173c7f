/// The gate's pure parts put together, once for all who decide.
@NullMarked
package org.provgate.usecases.engine;

import org.jspecify.annotations.NullMarked;
