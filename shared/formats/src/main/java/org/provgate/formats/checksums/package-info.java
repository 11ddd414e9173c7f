/// Checksum lists from bytes.
@NullMarked
package org.provgate.formats.checksums;

import org.jspecify.annotations.NullMarked;
