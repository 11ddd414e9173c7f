/// What a contributor declares, whatever format it was written in.
@NullMarked
package org.provgate.core.manifest;

import org.jspecify.annotations.NullMarked;
