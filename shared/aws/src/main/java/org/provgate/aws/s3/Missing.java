package org.provgate.aws.s3;

import software.amazon.awssdk.services.s3.model.S3Exception;

/// Which refusals of S3 only mean that nothing is there.
final class Missing {

    private static final int NOT_FOUND = 404;

    /// What a delete marker answers when it is asked for by its version.
    private static final int METHOD_NOT_ALLOWED = 405;

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private Missing() {}

    /// A missing bucket is none of them: that is a gate set up wrongly.
    static boolean is(S3Exception fault) {
        boolean nothing = fault.statusCode() == NOT_FOUND || fault.statusCode() == METHOD_NOT_ALLOWED;
        return nothing && !"NoSuchBucket".equals(code(fault));
    }

    static boolean isBeyondTheEnd(S3Exception fault) {
        return fault.statusCode() == RANGE_NOT_SATISFIABLE;
    }

    private static String code(S3Exception fault) {
        return fault.awsErrorDetails() == null
                ? ""
                : String.valueOf(fault.awsErrorDetails().errorCode());
    }
}
