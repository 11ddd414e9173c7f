@NullMarked
package org.provgate.formats.recognition;

import org.jspecify.annotations.NullMarked;
