/// An object store and the ledger's database inside this process, for one machine and for tests. Never part of what a
/// function ships.
@NullMarked
package org.provgate.embedded;

import org.jspecify.annotations.NullMarked;
