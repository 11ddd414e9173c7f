@NullMarked
package org.provgate.formats.intoto;

import org.jspecify.annotations.NullMarked;
