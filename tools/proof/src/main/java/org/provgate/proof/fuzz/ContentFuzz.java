package org.provgate.proof.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.formats.facts.FactsCodec;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.registry.BundledRegistry;

/// The bytes of a file that is called so. Its facts are those of these bytes and survive being stored.
final class ContentFuzz implements Reader {

    private static final Limits SMALL =
            Limits.standard().withExpansion(50, 1 << 20, 16 << 20).withTime(Duration.ofSeconds(5), System::nanoTime);

    private final String file;
    private final Inspector inspector;

    ContentFuzz(String file) {
        this.file = file;
        Registry registry = BundledRegistry.load();
        this.inspector = new Inspector(Fingerprints.shipped(model -> provider(registry, model)), SMALL);
    }

    private static Optional<String> provider(Registry registry, String model) {
        return registry.resolve(model).families().stream()
                .map(ModelFamily::provider)
                .findFirst();
    }

    @Override
    public void read(byte[] input) {
        ObjectFacts facts;
        try {
            facts = inspector.inspect(file, source(input));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (facts.bytes() != input.length || !facts.sha256().equals(Digests.sha256(input))) {
            throw new IllegalStateException("the facts are of other bytes: " + facts);
        }
        if (!facts.coverage().complete() && facts.concerns().isEmpty()) {
            throw new IllegalStateException("not all was looked into, and nothing says so: " + facts);
        }
        if (!FactsCodec.read(FactsCodec.write(facts)).equals(facts)) {
            throw new IllegalStateException("the facts do not survive being stored: " + facts);
        }
    }

    private static ByteSource source(byte[] input) {
        return new ByteSource() {
            @Override
            public long size() {
                return input.length;
            }

            @Override
            public InputStream open(long offset) {
                int from = Math.toIntExact(Math.min(offset, input.length));
                return new ByteArrayInputStream(input, from, input.length - from);
            }
        };
    }
}
