/// From the facts that people write to the resource that functions read. Runs in the build; not in the jar.
@NullMarked
package org.provgate.registry.build;

import org.jspecify.annotations.NullMarked;
