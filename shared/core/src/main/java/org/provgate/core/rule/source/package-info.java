/// Rules about where rows come from. One rule a file.
@NullMarked
package org.provgate.core.rule.source;

import org.jspecify.annotations.NullMarked;
