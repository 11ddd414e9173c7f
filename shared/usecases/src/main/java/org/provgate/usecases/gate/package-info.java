/// Inspect, decide, place: each repeatable, each causing the next through the ledger.
@NullMarked
package org.provgate.usecases.gate;

import org.jspecify.annotations.NullMarked;
