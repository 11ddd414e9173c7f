@NullMarked
package org.provgate.cli;

import org.jspecify.annotations.NullMarked;
