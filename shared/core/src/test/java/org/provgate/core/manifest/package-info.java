/// How a manifest's own notations are read.
@NullMarked
package org.provgate.core.manifest;

import org.jspecify.annotations.NullMarked;
