@NullMarked
package org.provgate.formats.huggingface;

import org.jspecify.annotations.NullMarked;
