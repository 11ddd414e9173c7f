package org.provgate.aws.contract;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.testkit.server.Moto;

/// Over moto; but for walks, which scan an index in parallel: moto does not answer that as DynamoDB does.
class OnMotoTest extends EmulatorContracts {

    @Override
    Optional<Server> server() {
        return Moto.start().map(started -> new Server(started.endpoint(), started::close));
    }

    @Override
    String name() {
        return "moto";
    }

    @Override
    Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.CONTROL_CHARACTERS_IN_KEYS));
    }

    @Override
    String absent() {
        return Moto.ABSENT;
    }
}
