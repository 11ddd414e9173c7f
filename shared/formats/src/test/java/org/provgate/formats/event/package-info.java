/// Events of AWS, read and answered.
@NullMarked
package org.provgate.formats.event;

import org.jspecify.annotations.NullMarked;
