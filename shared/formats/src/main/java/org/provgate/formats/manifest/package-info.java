/// Manifests from bytes.
@NullMarked
package org.provgate.formats.manifest;

import org.jspecify.annotations.NullMarked;
