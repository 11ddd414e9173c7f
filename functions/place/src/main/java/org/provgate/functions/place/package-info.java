/// Woken by the ledger's stream.
@NullMarked
package org.provgate.functions.place;

import org.jspecify.annotations.NullMarked;
