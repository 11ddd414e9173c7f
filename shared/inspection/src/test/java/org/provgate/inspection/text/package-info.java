@NullMarked
package org.provgate.inspection.text;

import org.jspecify.annotations.NullMarked;
