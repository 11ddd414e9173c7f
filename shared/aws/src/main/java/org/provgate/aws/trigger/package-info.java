/// What woke a function, in the gate's own words.
@NullMarked
package org.provgate.aws.trigger;

import org.jspecify.annotations.NullMarked;
