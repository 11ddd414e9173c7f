@NullMarked
package org.provgate.formats.mend;

import org.jspecify.annotations.NullMarked;
