@NullMarked
package org.provgate.registry.build;

import org.jspecify.annotations.NullMarked;
