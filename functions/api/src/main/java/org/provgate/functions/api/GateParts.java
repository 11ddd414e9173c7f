package org.provgate.functions.api;

import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;
import org.provgate.usecases.port.UploadGrants;

/// What the interface needs of a gate.
///
/// @param bucket the dataset bucket's name, as addresses in manifests may name it
record GateParts(Ledger ledger, ObjectStore store, PolicySource policies, UploadGrants grants, String bucket) {}
