@NullMarked
package org.provgate.formats.spdx;

import org.jspecify.annotations.NullMarked;
