/// Log lines.
@NullMarked
package org.provgate.aws.log;

import org.jspecify.annotations.NullMarked;
