package org.provgate.aws.client;

import java.util.function.Supplier;
import org.provgate.usecases.port.UncheckedStoreException;
import software.amazon.awssdk.core.exception.SdkException;

/// Calls that reach AWS. Whatever they cannot do after the client's own retries is an outage.
public final class Calls {

    private Calls() {}

    /// @param what for people: the verb and its object
    public static <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException fault) {
            throw new UncheckedStoreException("could not " + what, fault);
        }
    }
}
