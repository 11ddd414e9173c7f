package org.provgate.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.provgate.core.policy.Policy;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.port.Bucket;

class S3PolicySourceTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final InMemoryObjectStore store = new InMemoryObjectStore(() -> now);
    private final S3PolicySource policies = new S3PolicySource(store, () -> now);

    @Test
    void aNewGateHasTheShippedPolicy() {
        assertThat(policies.current()).isEqualTo(PolicyText.shipped());
    }

    @Test
    void aNewPolicyCountsWithinSeconds() {
        policies.current();
        write("policy: provenance-gate/v1\nname: ours\nmode: audit\n");

        now = now.plus(Duration.ofSeconds(4));
        assertThat(policies.current().mode()).isEqualTo(Policy.Mode.ENFORCE);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(policies.current().mode()).isEqualTo(Policy.Mode.AUDIT);
        assertThat(policies.current().name()).isEqualTo("ours");
    }

    @Test
    void aFaultyPolicyIsNeverReplacedByAnotherOne() {
        policies.current();
        write("policy: provenance-gate/v1\nmode: lenient\n");
        now = now.plus(Duration.ofMinutes(1));

        assertThatThrownBy(policies::current)
                .isInstanceOf(PolicyText.FaultyPolicyException.class)
                .hasMessageContaining("policy/policy.yaml:2:7");
    }

    private void write(String text) {
        store.put(Bucket.REPORT, S3PolicySource.KEY, "application/yaml", text.getBytes(UTF_8));
    }
}
