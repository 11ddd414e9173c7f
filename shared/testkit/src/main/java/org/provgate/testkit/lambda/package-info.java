/// Lambda's side of a function, for functions that run in processes of their own.
@NullMarked
package org.provgate.testkit.lambda;

import org.jspecify.annotations.NullMarked;
