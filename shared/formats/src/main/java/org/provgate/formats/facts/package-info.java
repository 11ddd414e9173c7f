/// Facts as bytes: in full for the ledger, and as `inspect` answers them.
@NullMarked
package org.provgate.formats.facts;

import org.jspecify.annotations.NullMarked;
