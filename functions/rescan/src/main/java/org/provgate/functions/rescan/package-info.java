/// Woken by schedules.
@NullMarked
package org.provgate.functions.rescan;

import org.jspecify.annotations.NullMarked;
