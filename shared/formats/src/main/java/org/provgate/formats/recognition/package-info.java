/// Which files of a submission are manifests, in which format, and which one counts.
@NullMarked
package org.provgate.formats.recognition;

import org.jspecify.annotations.NullMarked;
