/// One stream of content: what it is, and its rows looked into.
@NullMarked
package org.provgate.inspection.content;

import org.jspecify.annotations.NullMarked;
