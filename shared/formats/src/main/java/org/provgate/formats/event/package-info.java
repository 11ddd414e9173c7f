/// What AWS hands to the functions and expects back, as far as they care.
@NullMarked
package org.provgate.formats.event;

import org.jspecify.annotations.NullMarked;
