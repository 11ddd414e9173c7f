/// Reads the fields of a tree by what a format allows, with a sentence for everything it does not.
@NullMarked
package org.provgate.formats.fields;

import org.jspecify.annotations.NullMarked;
