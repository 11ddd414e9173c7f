/// Tests of what readers of community formats share.
/// Tests of what readers of community formats share.
@NullMarked
package org.provgate.formats.community;

import org.jspecify.annotations.NullMarked;
