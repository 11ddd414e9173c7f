@NullMarked
package org.provgate.formats.prov;

import org.jspecify.annotations.NullMarked;
