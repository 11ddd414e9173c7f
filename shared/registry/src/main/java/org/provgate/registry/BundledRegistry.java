package org.provgate.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.provgate.core.registry.Registry;

/// The registry that ships with this build.
public final class BundledRegistry {

    private BundledRegistry() {}

    /// Reads the compiled facts. Patterns are compiled when a name first needs them.
    public static Registry load() {
        try {
            Facts facts = FactsReader.read(resource(FactsFormat.RESOURCE));
            String digest = new String(resource(FactsFormat.DIGEST), StandardCharsets.US_ASCII).strip();
            return new FactsRegistry(facts, "sha256:".concat(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("the registry in this build cannot be read", e);
        }
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = BundledRegistry.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource missing from this build: " + name);
            }
            return in.readAllBytes();
        }
    }
}
