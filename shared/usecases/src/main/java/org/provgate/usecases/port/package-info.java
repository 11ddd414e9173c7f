/// What the use cases need from outside.
@NullMarked
package org.provgate.usecases.port;

import org.jspecify.annotations.NullMarked;
