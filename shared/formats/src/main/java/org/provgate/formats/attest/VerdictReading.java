package org.provgate.formats.attest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Sha256;
import org.provgate.core.signing.Envelope;
import org.provgate.formats.community.Texts;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.Shown;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Decoded;
import org.provgate.formats.tree.TreeReading;

/// What came of reading a verdict document.
public sealed interface VerdictReading {

    record Read(AttestedVerdict verdict) implements VerdictReading {}

    /// @param message a sentence without a full stop
    record Unreadable(Place at, String message) implements VerdictReading {}

    static VerdictReading of(String file, byte[] bytes) {
        return switch (SourceText.decode(file, bytes)) {
            case Decoded.Undecodable(Place at, String message) -> new Unreadable(at, message);
            case Decoded.Text(SourceText source) -> document(source);
        };
    }

    private static VerdictReading document(SourceText source) {
        return switch (JsonTree.read(source)) {
            case TreeReading.Broken(Place at, String message) -> new Unreadable(at, message);
            case TreeReading.Read(Mapping root, var _) when EnvelopeText.isEnvelope(root) -> opened(root);
            case TreeReading.Read(Mapping root, var _) -> statement(root, Optional.empty());
            case TreeReading.Read _, TreeReading.Empty _ -> new Unreadable(source.at(0, ""), "It is no statement");
        };
    }

    private static VerdictReading opened(Mapping root) {
        Place at = root.get("payload").orElse(root).at();
        Optional<Envelope> envelope = EnvelopeText.read(root);
        if (envelope.isEmpty()) {
            return new Unreadable(at, "The payload is not Base64");
        }
        String text = new String(envelope.get().payloadBytes(), StandardCharsets.UTF_8);
        return JsonTree.read(SourceText.within(at, text)) instanceof TreeReading.Read(Mapping statement, var _)
                ? statement(statement, envelope)
                : new Unreadable(at, "The payload is no statement");
    }

    private static VerdictReading statement(Mapping root, Optional<Envelope> envelope) {
        String type = text(root, "predicateType");
        if (!text(root, "_type").equals(VerdictStatement.STATEMENT) || !type.equals(VerdictStatement.PREDICATE)) {
            return new Unreadable(
                    root.at(),
                    type.isEmpty()
                            ? "It is no in-toto statement"
                            : "It is a statement of another kind, %s".formatted(Shown.code(type)));
        }
        Mapping predicate = mapping(root, "predicate");
        Map<String, Sha256> files = new TreeMap<>();
        Optional<Sha256> whole = Optional.empty();
        for (Mapping subject : Texts.mappings(Texts.each(root, "subject"))) {
            Mapping digest = mapping(subject, "digest");
            String name = text(subject, "name");
            if (name.equals(VerdictStatement.WHOLE)) {
                whole = sha256(text(digest, "dirHash")).or(() -> sha256(text(digest, "dirHash1")));
            } else {
                sha256(text(digest, "sha256")).ifPresent(it -> files.put(name, it));
            }
        }
        String result = text(predicate, "verificationResult");
        if ((files.isEmpty() && whole.isEmpty()) || !(result.equals("PASSED") || result.equals("FAILED"))) {
            return new Unreadable(root.at(), "It does not say which files it is about, or how it came out");
        }
        Mapping decided = mapping(predicate, VerdictStatement.DECIDED);
        return new Read(new AttestedVerdict(
                envelope,
                decided.has("submission") ? text(decided, "submission") : text(predicate, "resourceUri"),
                text(mapping(predicate, "policy"), "uri"),
                result.equals("PASSED"),
                Texts.scalars(Texts.each(predicate, "verifiedLevels")).stream()
                        .map(Scalar::text)
                        .toList(),
                text(decided, "asOn"),
                new TreeMap<>(files),
                whole));
    }

    private static String text(Mapping mapping, String name) {
        return Texts.scalar(mapping, name).map(Scalar::text).orElse("");
    }

    /// An empty one where there is none.
    private static Mapping mapping(Mapping holder, String name) {
        return holder.get(name)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElseGet(() -> Mapping.of(holder, new LinkedHashMap<String, Node>()));
    }

    private static Optional<Sha256> sha256(String hex) {
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new Sha256(hex)) : Optional.empty();
    }
}
