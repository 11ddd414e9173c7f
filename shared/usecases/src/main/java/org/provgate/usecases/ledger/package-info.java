/// What the ledger holds: the only thing the functions share.
@NullMarked
package org.provgate.usecases.ledger;

import org.jspecify.annotations.NullMarked;
