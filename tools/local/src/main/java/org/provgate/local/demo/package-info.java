/// Sample submissions that show what the gate does.
@NullMarked
package org.provgate.local.demo;

import org.jspecify.annotations.NullMarked;
