/// Providers, models and the dated editions of their output terms, as values.
@NullMarked
package org.provgate.core.registry;

import org.jspecify.annotations.NullMarked;
