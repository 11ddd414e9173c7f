/// What a person types: arguments in, exit code out.
@NullMarked
package org.provgate.cli;

import org.jspecify.annotations.NullMarked;
