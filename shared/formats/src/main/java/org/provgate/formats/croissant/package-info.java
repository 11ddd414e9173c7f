/// Croissant 0.8, 1.0 and 1.1 with its responsible-AI and provenance terms.
@NullMarked
package org.provgate.formats.croissant;

import org.jspecify.annotations.NullMarked;
