package org.provgate.usecases.port;

import org.provgate.core.policy.Policy;

/// The policy in force. A policy that cannot be read is a fault of ours: nothing is decided until it is mended.
public interface PolicySource {

    Policy current();
}
