@NullMarked
package org.provgate.inspection.content;

import org.jspecify.annotations.NullMarked;
