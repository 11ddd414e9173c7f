/// A submission as a folder on disk.
@NullMarked
package org.provgate.cli.folder;

import org.jspecify.annotations.NullMarked;
