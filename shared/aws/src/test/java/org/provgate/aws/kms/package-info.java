/// Verdicts are signed by a key service.
@NullMarked
package org.provgate.aws.kms;

import org.jspecify.annotations.NullMarked;
