/// Rules about files and the manifest as a file. One rule a file.
@NullMarked
package org.provgate.core.rule.integrity;

import org.jspecify.annotations.NullMarked;
