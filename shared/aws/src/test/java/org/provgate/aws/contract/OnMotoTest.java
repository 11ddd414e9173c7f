package org.provgate.aws.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.Optional;
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
import org.provgate.testkit.server.Moto;
import org.provgate.usecases.port.Ledger;

/// What every ledger and every object store keeps, kept by the adapters over moto; but for walks, which scan an index
/// in parallel: moto does not answer that as DynamoDB does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnMotoTest {

    private Optional<Moto> server = Optional.empty();
    private Optional<Emulator> emulator = Optional.empty();
    private Optional<Buckets> buckets = Optional.empty();

    @BeforeAll
    void start() {
        server = Moto.start();
        emulator = server.map(started -> new Emulator(started.endpoint()));
        buckets = emulator.map(clients -> new Buckets(
                "moto", clients.s3(), EnumSet.complementOf(EnumSet.of(Capability.CONTROL_CHARACTERS_IN_KEYS))));
    }

    /// Before each, so that every test that was left out is counted.
    @BeforeEach
    void isThere() {
        assumeTrue(server.isPresent(), Moto.ABSENT);
    }

    @AfterAll
    void stop() {
        server.ifPresent(Moto::close);
    }

    private Emulator emulator() {
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
