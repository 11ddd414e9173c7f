package org.provgate.aws.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.provgate.aws.s3.Buckets;
import org.provgate.testkit.contract.LedgerActsContract;
import org.provgate.testkit.contract.LedgerContract;
import org.provgate.testkit.contract.LedgerListingContract;
import org.provgate.testkit.contract.ObjectStoreContract;
import org.provgate.testkit.contract.ObjectStoreContract.Capability;
import org.provgate.usecases.port.Ledger;

/// What every ledger and every object store keeps, kept by the adapters over a server that stands in for AWS.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmulatorContracts {

    private Optional<Server> server = Optional.empty();
    private Optional<Emulator> emulator = Optional.empty();
    private Optional<Buckets> buckets = Optional.empty();

    /// @param stop ends it
    record Server(URI endpoint, Runnable stop) {}

    /// Empty where there is no such server on this machine.
    abstract Optional<Server> server();

    abstract String name();

    abstract Set<Capability> capabilities();

    /// Why there is none.
    abstract String absent();

    @BeforeAll
    void start() {
        server = server();
        emulator = server.map(started -> new Emulator(started.endpoint()));
        buckets = emulator.map(clients -> new Buckets(name(), clients.s3(), capabilities()));
    }

    /// Before each, so that every test that was left out is counted.
    @BeforeEach
    void isThere() {
        assumeTrue(server.isPresent(), this::absent);
    }

    @AfterAll
    void stop() {
        server.ifPresent(started -> started.stop().run());
    }

    final Emulator emulator() {
        return emulator.orElseThrow();
    }

    @Nested
    class Submissions extends LedgerContract {
        @Override
        protected Ledger open() {
            return emulator().ledger();
        }
    }

    @Nested
    class Acts extends LedgerActsContract {
        @Override
        protected Ledger open() {
            return emulator().ledger();
        }
    }

    @Nested
    class Listings extends LedgerListingContract {
        @Override
        protected Ledger open() {
            return emulator().ledger();
        }
    }

    @Nested
    class Objects extends ObjectStoreContract {

        @Override
        protected Backend open() {
            return buckets.orElseThrow().open();
        }
    }
}
