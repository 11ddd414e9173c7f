/// Verdicts as signed statements that others can check.
@NullMarked
package org.provgate.formats.attest;

import org.jspecify.annotations.NullMarked;
