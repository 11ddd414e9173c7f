/// Woken by the ledger's stream.
@NullMarked
package org.provgate.functions.decide;

import org.jspecify.annotations.NullMarked;
