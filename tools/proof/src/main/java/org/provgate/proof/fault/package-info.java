/// The real adapters, over servers that answer late, half, wrongly or not at all.
@NullMarked
package org.provgate.proof.fault;

import org.jspecify.annotations.NullMarked;
