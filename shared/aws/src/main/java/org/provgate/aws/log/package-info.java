/// Log lines that can be searched.
@NullMarked
package org.provgate.aws.log;

import org.jspecify.annotations.NullMarked;
