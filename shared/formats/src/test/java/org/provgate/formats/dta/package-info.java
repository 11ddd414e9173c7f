@NullMarked
package org.provgate.formats.dta;

import org.jspecify.annotations.NullMarked;
