@NullMarked
package org.provgate.formats;

import org.jspecify.annotations.NullMarked;
