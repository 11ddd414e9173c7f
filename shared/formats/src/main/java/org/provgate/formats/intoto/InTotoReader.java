package org.provgate.formats.intoto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.ManifestFault;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.ManifestReading.Recognition;
import org.provgate.core.manifest.ManifestReading.Unreadable;
import org.provgate.core.manifest.Seal;
import org.provgate.formats.attest.EnvelopeText;
import org.provgate.formats.community.CommunityManifest;
import org.provgate.formats.community.CommunityReader;
import org.provgate.formats.community.Texts;
import org.provgate.formats.manifest.ManifestCandidates;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Node;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.SourceText.Notice;
import org.provgate.formats.tree.TreeReading;

/// Reads in-toto statements, bare or in a DSSE envelope. Signatures are kept as they stand: whether they hold is a
/// question of the policy's keys.
public final class InTotoReader implements CommunityReader {

    private static final String STATEMENT = "https://in-toto.io/Statement/";

    /// Statements about a check that was made, not about the data.
    private static final List<String> VERDICTS = List.of(
            "https://slsa.dev/verification_summary/",
            "https://in-toto.io/attestation/svr/",
            "https://in-toto.io/attestation/test-result/",
            "https://in-toto.io/attestation/vsa/");

    private final List<CommunityReader> inner;

    /// @param inner readers of documents that a statement may hold as its predicate
    public InTotoReader(List<CommunityReader> inner) {
        this.inner = List.copyOf(inner);
    }

    @Override
    public ManifestFormat format() {
        return ManifestFormat.IN_TOTO;
    }

    @Override
    public boolean recognises(Node root) {
        if (!(root instanceof Mapping mapping)) {
            return false;
        }
        if (EnvelopeText.isEnvelope(mapping)) {
            return !(opened(mapping) instanceof TreeReading.Read(Mapping statement, var _)) || !isVerdict(statement);
        }
        return isStatement(mapping) && !isVerdict(mapping);
    }

    private static boolean isStatement(Mapping root) {
        return Texts.scalar(root, "_type")
                .filter(it -> it.text().startsWith(STATEMENT))
                .isPresent();
    }

    private static boolean isVerdict(Mapping statement) {
        return Texts.scalar(statement, "predicateType")
                .filter(it -> VERDICTS.stream().anyMatch(it.text()::startsWith))
                .isPresent();
    }

    @Override
    public ManifestReading read(String file, Node node, List<Notice> notices) {
        Mapping root = (Mapping) node;
        CommunityManifest manifest = new CommunityManifest(format(), file, notices);
        if (!EnvelopeText.isEnvelope(root)) {
            manifest.notice(
                    root,
                    "The statement is not signed; it is taken for a note, not for an attestation",
                    "Sign it as a DSSE envelope.");
            return sealed(statement(file, root, manifest, notices), new Seal.Missing(root.at()));
        }
        return switch (opened(root)) {
            case TreeReading.Read(Mapping statement, var _)
            when isStatement(statement) -> {
                signatures(root, manifest);
                yield sealed(statement(file, statement, manifest, notices), seal(root, statement));
            }
            case TreeReading.Broken broken -> unreadable(file, root, broken.message());
            case TreeReading.Read _, TreeReading.Empty _ ->
                unreadable(file, root, "The payload is no in-toto statement");
        };
    }

    private static Unreadable unreadable(String file, Mapping envelope, String message) {
        return new Unreadable(
                file,
                new Recognition.As(ManifestFormat.IN_TOTO),
                envelope.get("payload").orElse(envelope).at(),
                message);
    }

    /// The payload, in either alphabet of Base64.
    private static TreeReading opened(Mapping envelope) {
        Node holder = envelope.get("payload").orElse(envelope);
        String written = Texts.scalar(holder).map(Scalar::text).orElse("");
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(written.strip().replace('-', '+').replace('_', '/'));
            return JsonTree.read(SourceText.within(holder.at(), new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notBase64) {
            return new TreeReading.Broken(holder.at(), "The payload is not Base64: " + notBase64.getMessage());
        }
    }

    private static ManifestReading sealed(ManifestReading reading, Seal seal) {
        return reading instanceof ManifestReading.Read read
                ? new ManifestReading.Read(read.manifest().sealed(seal), read.faults(), read.notices())
                : reading;
    }

    private static Seal seal(Mapping root, Mapping statement) {
        Place at = root.get("signatures").orElse(root).at();
        return EnvelopeText.read(root)
                .filter(envelope -> !envelope.signatures().isEmpty())
                .<Seal>map(envelope -> new Seal.Signed(at, envelope, manifests(statement)))
                .orElseGet(() -> new Seal.Missing(at));
    }

    /// Digests of the native manifests among the subjects.
    private static NavigableMap<String, String> manifests(Mapping statement) {
        NavigableMap<String, String> digests = new TreeMap<>();
        for (Mapping subject : Texts.mappings(Texts.each(statement, "subject"))) {
            String name = Texts.scalar(subject, "name").map(Scalar::text).orElse("");
            if (ManifestCandidates.isNative(name) && subject.get("digest").orElse(subject) instanceof Mapping digest) {
                Texts.scalar(digest, "sha256").ifPresent(it -> digests.put(name, it.text()));
            }
        }
        return digests;
    }

    private static void signatures(Mapping envelope, CommunityManifest manifest) {
        List<Node> signatures = Texts.each(envelope, "signatures");
        if (signatures.isEmpty()) {
            manifest.fault(
                    envelope.get("signatures").orElse(envelope),
                    "The envelope has no signature",
                    "Sign it, or upload the bare statement.");
            return;
        }
        Optional<Scalar> key = Texts.mappings(signatures).stream()
                .flatMap(it -> Texts.scalar(it, "keyid").stream())
                .findFirst();
        manifest.notice(
                signatures.getFirst(),
                "The signature%s counts only where the policy names its key; else the statement is taken for a note"
                        .formatted(key.map(it -> " by the key " + it.inWords().replace("the text ", ""))
                                .orElse("")),
                "Ask the operator to add the public key to the `keys` of the policy.");
    }

    private ManifestReading statement(
            String file, Mapping statement, CommunityManifest manifest, List<Notice> notices) {
        if (Texts.scalar(statement, "_type")
                .filter(it -> it.text().endsWith("/v0.1"))
                .isPresent()) {
            manifest.notice(
                    statement.get("_type").orElse(statement),
                    "The statement is of version 0.1",
                    "Write it as https://in-toto.io/Statement/v1.");
        }
        if (statement.get("predicate").orElse(statement) instanceof Mapping predicate && !isStatement(predicate)) {
            for (CommunityReader reader : inner) {
                if (reader.recognises(predicate)) {
                    return withNote(reader.read(file, predicate, notices), predicate);
                }
            }
        }
        return manifest.bind(new Predicates(statement, manifest).assembled());
    }

    private static ManifestReading withNote(ManifestReading reading, Mapping predicate) {
        if (reading instanceof ManifestReading.Read read) {
            List<ManifestFault> notices = new ArrayList<>(read.notices());
            notices.add(
                    new ManifestFault(predicate.at(), "The document stands in an in-toto statement", "", List.of()));
            return new ManifestReading.Read(read.manifest(), read.faults(), notices);
        }
        return reading;
    }
}
