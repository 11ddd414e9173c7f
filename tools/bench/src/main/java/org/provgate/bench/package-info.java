/// Measures what the product does, on data that nobody here wrote.
@NullMarked
package org.provgate.bench;

import org.jspecify.annotations.NullMarked;
