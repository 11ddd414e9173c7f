/// Every report is a view of one result, and the same result always gives the same bytes.
@NullMarked
package org.provgate.formats.report;

import org.jspecify.annotations.NullMarked;
