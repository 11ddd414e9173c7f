/// Rules about licences. One rule a file.
@NullMarked
package org.provgate.core.rule.licensing;

import org.jspecify.annotations.NullMarked;
