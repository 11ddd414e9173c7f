/// Trees of values with their places, read from YAML and JSON within bounds, whatever the bytes are.
@NullMarked
package org.provgate.formats.tree;

import org.jspecify.annotations.NullMarked;
