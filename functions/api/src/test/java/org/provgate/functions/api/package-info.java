/// The interface, asked as a gateway would ask it.
@NullMarked
package org.provgate.functions.api;

import org.jspecify.annotations.NullMarked;
