/// Bytes of a text format to its rows.
@NullMarked
package org.provgate.inspection.rows;

import org.jspecify.annotations.NullMarked;
