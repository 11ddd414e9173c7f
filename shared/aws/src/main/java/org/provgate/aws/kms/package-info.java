/// Signs with keys that never leave the key service.
@NullMarked
package org.provgate.aws.kms;

import org.jspecify.annotations.NullMarked;
