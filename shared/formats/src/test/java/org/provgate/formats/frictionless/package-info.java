@NullMarked
package org.provgate.formats.frictionless;

import org.jspecify.annotations.NullMarked;
