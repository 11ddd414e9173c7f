package org.provgate.functions.api;

import org.provgate.usecases.port.Executions;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.port.Runs;
import org.provgate.usecases.port.UploadGrants;

/// What the interface needs of a gate.
///
/// @param bucket the dataset bucket's name, as addresses in manifests may name it
record GateParts(
        Ledger ledger,
        Runs runs,
        ObjectStore store,
        PolicySource policies,
        UploadGrants grants,
        Executions executions,
        String bucket) {}
