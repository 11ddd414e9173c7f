/// Compiles the fingerprints while the project is built; not part of the product.
@NullMarked
package org.provgate.inspection.build;

import org.jspecify.annotations.NullMarked;
