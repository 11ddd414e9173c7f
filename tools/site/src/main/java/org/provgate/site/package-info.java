/// The repository's Markdown pages as a plain HTML site: no server, no script from elsewhere, every link works from
/// disk.
@NullMarked
package org.provgate.site;

import org.jspecify.annotations.NullMarked;
