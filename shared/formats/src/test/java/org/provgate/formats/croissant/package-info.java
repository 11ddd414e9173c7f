@NullMarked
package org.provgate.formats.croissant;

import org.jspecify.annotations.NullMarked;
