/// The house rules, as tests over the classes, the sources and the compiler's own settings.
@NullMarked
package org.provgate.conformance;

import org.jspecify.annotations.NullMarked;
