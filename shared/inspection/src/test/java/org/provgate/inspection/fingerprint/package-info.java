@NullMarked
package org.provgate.inspection.fingerprint;

import org.jspecify.annotations.NullMarked;
