package org.provgate.aws.steps;

import java.io.IOException;
import org.provgate.aws.client.SignedCalls;
import org.provgate.formats.event.ExecutionStart;
import org.provgate.usecases.port.Executions;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.core.exception.SdkException;

/// Starts the state machine that leads rescans.
///
/// @param machine its ARN
public record StepFunctionsExecutions(SignedCalls calls, String machine) implements Executions {

    /// As signatures and addresses name it.
    public static final String SERVICE = "states";

    @Override
    public void start(String run) {
        try {
            calls.call("AWSStepFunctions.StartExecution", "1.0", new ExecutionStart(machine, run).request());
        } catch (SdkException | IOException fault) {
            throw new UncheckedStoreException("could not start the rescan " + run, fault);
        }
    }
}
