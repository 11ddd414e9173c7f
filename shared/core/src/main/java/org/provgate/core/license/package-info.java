/// SPDX licence expressions: what they mean, and whether material under one may go out under another.
@NullMarked
package org.provgate.core.license;

import org.jspecify.annotations.NullMarked;
