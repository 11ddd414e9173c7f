/// What people and other programs are told of a change.
@NullMarked
package org.provgate.formats.message;

import org.jspecify.annotations.NullMarked;
