/// Lists of digests as `sha256sum` writes them.
@NullMarked
package org.provgate.formats.checksums;

import org.jspecify.annotations.NullMarked;
