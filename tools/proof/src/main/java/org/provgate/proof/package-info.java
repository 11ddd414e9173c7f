/// Runs the gate of one machine as its users run it, and tries to break what it promises.
@NullMarked
package org.provgate.proof;

import org.jspecify.annotations.NullMarked;
