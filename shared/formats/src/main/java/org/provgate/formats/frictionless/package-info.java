/// Frictionless data packages, versions 0 to 2.
@NullMarked
package org.provgate.formats.frictionless;

import org.jspecify.annotations.NullMarked;
