/// Settings.
@NullMarked
package org.provgate.aws.wiring;

import org.jspecify.annotations.NullMarked;
