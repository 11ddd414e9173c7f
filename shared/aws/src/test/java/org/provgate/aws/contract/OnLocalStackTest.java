package org.provgate.aws.contract;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.provgate.testkit.contract.LedgerWalkContract;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.testkit.server.LocalStack;
import org.provgate.usecases.port.Ledger;

/// Over LocalStack.
class OnLocalStackTest extends EmulatorContracts {

    @Override
    Optional<Server> server() {
        return LocalStack.start().map(started -> new Server(started.endpoint(), started::close));
    }

    @Override
    String name() {
        return "LocalStack";
    }

    @Override
    Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    String absent() {
        return LocalStack.absent();
    }

    @Nested
    class Walks extends LedgerWalkContract {
        @Override
        protected Ledger open() {
            return emulator().ledger();
        }
    }
}
