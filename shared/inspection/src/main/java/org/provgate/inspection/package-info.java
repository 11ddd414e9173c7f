/// Bytes to facts: what an object is, how many rows it has, and what in it speaks for a teacher.
@NullMarked
package org.provgate.inspection;

import org.jspecify.annotations.NullMarked;
