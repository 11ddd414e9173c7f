package org.provgate.local.pipeline;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One call of a function. It has time until the gate is being closed.
public record Invocation(String function, Stopping stopping) implements Context {

    private static final int QUARTER_OF_AN_HOUR = 15 * 60 * 1000;

    /// With all the time there is.
    public static Invocation of(String function) {
        return new Invocation(function, new Stopping());
    }

    byte[] call(RequestStreamHandler handler, byte[] event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, this);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return answer.toByteArray();
    }

    @Override
    public int getRemainingTimeInMillis() {
        return stopping.isAsked() ? 0 : QUARTER_OF_AN_HOUR;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getAwsRequestId() {
        return function;
    }

    @Override
    public int getMemoryLimitInMB() {
        return Math.toIntExact(Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }

    @Override
    public String getLogGroupName() {
        return function;
    }

    @Override
    public String getLogStreamName() {
        return function;
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:" + function;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody called the function by name");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("nobody called the function by name");
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("functions log through System.Logger");
    }
}
