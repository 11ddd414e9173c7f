/// Mends a folder's manifest by the fixes that findings carry.
@NullMarked
package org.provgate.cli.repair;

import org.jspecify.annotations.NullMarked;
