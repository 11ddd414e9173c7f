/// Rules about what a manifest says of itself: ids, references, dates, attestations. One rule a file.
@NullMarked
package org.provgate.core.rule.declaration;

import org.jspecify.annotations.NullMarked;
