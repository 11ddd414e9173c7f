/// The object store and the policy in S3.
@NullMarked
package org.provgate.aws.s3;

import org.jspecify.annotations.NullMarked;
