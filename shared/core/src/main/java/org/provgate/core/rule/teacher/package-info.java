/// Rules about models whose output is in the data or decided about it. One rule a file.
@NullMarked
package org.provgate.core.rule.teacher;

import org.jspecify.annotations.NullMarked;
