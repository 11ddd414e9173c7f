@NullMarked
package org.provgate.inspection;

import org.jspecify.annotations.NullMarked;
