/// Operators' conditions in the Common Expression Language. The library behind it is seen here alone, and loaded when
/// the first condition is compiled.
@NullMarked
package org.provgate.conditions;

import org.jspecify.annotations.NullMarked;
