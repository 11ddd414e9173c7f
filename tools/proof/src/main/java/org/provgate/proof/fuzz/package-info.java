/// Whatever somebody else writes, given to whatever reads it: a value or a finding comes of it, and nothing else.
@NullMarked
package org.provgate.proof.fuzz;

import org.jspecify.annotations.NullMarked;
