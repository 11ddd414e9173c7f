/// What the gate measured of one object version. Bytes are read once; decisions are made on these.
@NullMarked
package org.provgate.core.facts;

import org.jspecify.annotations.NullMarked;
