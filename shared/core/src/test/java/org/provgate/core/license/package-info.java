/// SPDX expressions, held against the reference library, and what licences ask for.
@NullMarked
package org.provgate.core.license;

import org.jspecify.annotations.NullMarked;
