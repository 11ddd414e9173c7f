/// Everything that decisions rest on, as lines that another gate, an auditor or a preview can read.
@NullMarked
package org.provgate.formats.export;

import org.jspecify.annotations.NullMarked;
