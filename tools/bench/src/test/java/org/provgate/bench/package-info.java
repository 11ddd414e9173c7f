@NullMarked
package org.provgate.bench;

import org.jspecify.annotations.NullMarked;
