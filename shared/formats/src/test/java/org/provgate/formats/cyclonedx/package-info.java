@NullMarked
package org.provgate.formats.cyclonedx;

import org.jspecify.annotations.NullMarked;
