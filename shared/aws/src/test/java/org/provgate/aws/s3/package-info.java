/// The object store against an embedded endpoint.
@NullMarked
package org.provgate.aws.s3;

import org.jspecify.annotations.NullMarked;
