package org.provgate.aws.rehearsal;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/// The surroundings of an event that nobody sent.
record Stage() implements Context {

    private static final String NAME = "rehearsal";
    private static final int QUARTER_OF_AN_HOUR = 15 * 60 * 1000;

    @Override
    public int getRemainingTimeInMillis() {
        return QUARTER_OF_AN_HOUR;
    }

    @Override
    public String getFunctionName() {
        return NAME;
    }

    @Override
    public String getFunctionVersion() {
        return NAME;
    }

    @Override
    public String getAwsRequestId() {
        return NAME;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 0;
    }

    @Override
    public String getLogGroupName() {
        return NAME;
    }

    @Override
    public String getLogStreamName() {
        return NAME;
    }

    @Override
    public String getInvokedFunctionArn() {
        return NAME;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody called");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("nobody called");
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("functions log through System.Logger");
    }
}
