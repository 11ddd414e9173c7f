/// W3C PROV in JSON-LD.
@NullMarked
package org.provgate.formats.prov;

import org.jspecify.annotations.NullMarked;
