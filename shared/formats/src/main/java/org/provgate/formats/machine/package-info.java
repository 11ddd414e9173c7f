/// State machines in the Amazon States Language, as far as this gate's use it.
@NullMarked
package org.provgate.formats.machine;

import org.jspecify.annotations.NullMarked;
