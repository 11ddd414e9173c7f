@NullMarked
package org.provgate.registry;

import org.jspecify.annotations.NullMarked;
