/// Drafts a native manifest from what can be measured and from what other documents say.
@NullMarked
package org.provgate.formats.draft;

import org.jspecify.annotations.NullMarked;
