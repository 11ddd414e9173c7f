/// Facts out of a gate, and into another.
@NullMarked
package org.provgate.usecases.export;

import org.jspecify.annotations.NullMarked;
