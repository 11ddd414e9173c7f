/// Announcements.
@NullMarked
package org.provgate.aws.bus;

import org.jspecify.annotations.NullMarked;
