/// Data Provenance Standards of the Data & Trust Alliance.
@NullMarked
package org.provgate.formats.dta;

import org.jspecify.annotations.NullMarked;
