/// The registry at run time: compiled facts, names resolved, terms looked up. JDK only.
@NullMarked
package org.provgate.registry;

import org.jspecify.annotations.NullMarked;
