/// Woken by uploads.
@NullMarked
package org.provgate.functions.inspect;

import org.jspecify.annotations.NullMarked;
