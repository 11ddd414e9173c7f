@NullMarked
package org.provgate.formats.report;

import org.jspecify.annotations.NullMarked;
