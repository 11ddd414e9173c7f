@NullMarked
package org.provgate.formats.export;

import org.jspecify.annotations.NullMarked;
