/// What the readers of community formats share. Each of them puts a native manifest together out of its own document's
/// values, and the native binding reads that.
@NullMarked
package org.provgate.formats.community;

import org.jspecify.annotations.NullMarked;
