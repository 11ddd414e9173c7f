@NullMarked
package org.provgate.formats.facts;

import org.jspecify.annotations.NullMarked;
