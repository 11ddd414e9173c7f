package org.provgate.aws.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.provgate.core.policy.Policy;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.port.Bucket;
import org.provgate.usecases.port.ObjectStore;
import org.provgate.usecases.port.PolicySource;

/// The policy in the report bucket; where there is none, the one that ships.
public final class S3PolicySource implements PolicySource {

    public static final String KEY = "policy/policy.yaml";

    /// Long enough for one batch, short enough that a new policy counts at once.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final InstantSource clock;
    private final AtomicReference<Optional<Seen>> seen = new AtomicReference<>(Optional.empty());

    public S3PolicySource(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Seen(Policy policy, Instant until) {}

    /// @throws PolicyText.FaultyPolicyException while the policy in the bucket cannot be used
    @Override
    public Policy current() {
        Instant now = clock.instant();
        Optional<Seen> last = seen.get().filter(policy -> now.isBefore(policy.until()));
        if (last.isPresent()) {
            return last.get().policy();
        }
        Policy policy = store.read(Bucket.REPORT, KEY)
                .map(text -> PolicyText.read(KEY, text))
                .orElseGet(PolicyText::shipped);
        seen.set(Optional.of(new Seen(policy, now.plus(FRESH))));
        return policy;
    }
}
