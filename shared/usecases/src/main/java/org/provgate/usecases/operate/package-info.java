/// What operators and contributors ask of a gate.
@NullMarked
package org.provgate.usecases.operate;

import org.jspecify.annotations.NullMarked;
