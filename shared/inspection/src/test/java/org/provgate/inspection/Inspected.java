package org.provgate.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.provgate.core.facts.Evidence;
import org.provgate.core.facts.Maker;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.inspection.fingerprint.Fingerprints;

/// Facts of small files made up here.
public final class Inspected {

    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("gpt", "openai"),
            Map.entry("text-davinci", "openai"),
            Map.entry("claude", "anthropic"),
            Map.entry("gemini", "google"),
            Map.entry("mistral", "mistral"),
            Map.entry("llama", "meta"),
            Map.entry("meta-llama", "meta"),
            Map.entry("deepseek", "deepseek"),
            Map.entry("command-r", "cohere"));

    public static final Fingerprints FINGERPRINTS = Fingerprints.shipped(Inspected::provider);

    private Inspected() {}

    static Optional<String> provider(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(known -> name.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public static ObjectFacts facts(String path, String content) {
        return facts(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public static ObjectFacts facts(String path, byte[] content) {
        return facts(path, content, Limits.standard());
    }

    public static ObjectFacts facts(String path, byte[] content, Limits limits) {
        return facts(path, source(content), limits);
    }

    public static ObjectFacts facts(String path, ByteSource source, Limits limits) {
        try {
            return new Inspector(FINGERPRINTS, limits).inspect(path, source);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static ByteSource source(byte[] content) {
        return new ByteSource() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(content, (int) offset, content.length - (int) offset);
            }
        };
    }

    static byte[] resource(String name) {
        try (InputStream in = Inspected.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    /// `STRENGTH fingerprint maker count` of every piece of evidence.
    public static String[] evidence(ObjectFacts facts) {
        return facts.evidence().stream().map(Inspected::line).toArray(String[]::new);
    }

    private static String line(Evidence evidence) {
        String maker = switch (evidence.maker()) {
            case Maker.Provider(String provider) -> provider;
            case Maker.Model(String provider, String model) -> provider + "/" + model;
            case Maker.Unknown _ -> "?";
        };
        return "%s %s %s %d".formatted(evidence.strength(), evidence.fingerprint(), maker, evidence.count());
    }
}
