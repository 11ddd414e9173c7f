@NullMarked
package org.provgate.formats.convert;

import org.jspecify.annotations.NullMarked;
