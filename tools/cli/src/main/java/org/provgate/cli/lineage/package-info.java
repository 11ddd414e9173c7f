/// What derives from what, asked step by step and drawn.
@NullMarked
package org.provgate.cli.lineage;

import org.jspecify.annotations.NullMarked;
