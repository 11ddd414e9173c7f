/// What somebody would try, one test each, on the real parts.
@NullMarked
package org.provgate.proof.attack;

import org.jspecify.annotations.NullMarked;
