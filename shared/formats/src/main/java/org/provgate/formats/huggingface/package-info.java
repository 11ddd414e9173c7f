/// Dataset and model cards of the Hugging Face hub.
@NullMarked
package org.provgate.formats.huggingface;

import org.jspecify.annotations.NullMarked;
