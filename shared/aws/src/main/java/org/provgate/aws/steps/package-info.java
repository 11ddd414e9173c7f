/// Step Functions, as far as a function calls it.
@NullMarked
package org.provgate.aws.steps;

import org.jspecify.annotations.NullMarked;
