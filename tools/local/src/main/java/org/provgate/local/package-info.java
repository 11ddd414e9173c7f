/// The gate on one machine: the real functions over embedded servers.
@NullMarked
package org.provgate.local;

import org.jspecify.annotations.NullMarked;
