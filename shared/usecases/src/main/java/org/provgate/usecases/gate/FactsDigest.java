package org.provgate.usecases.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.Upstream;
import org.provgate.usecases.ledger.ObjectRecord;

/// Digests that say whether a verdict's inputs are still the same.
final class FactsDigest {

    private FactsDigest() {}

    /// Of every object: which version, its bytes, and which inspection looked at them.
    static String ofObjects(List<ObjectRecord> objects) {
        MessageDigest digest = sha256();
        objects.stream().sorted(Comparator.comparing(ObjectRecord::path)).forEach(object -> {
            add(digest, object.path());
            add(digest, object.upload());
            add(digest, object.facts().sha256().hex());
            add(digest, Integer.toString(object.facts().edition()));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Of the manifest's own bytes; the empty string when there is none.
    static String ofManifest(SubmissionFacts facts, List<ObjectRecord> objects) {
        return facts.manifest()
                .foundIn()
                .flatMap(path -> objects.stream()
                        .filter(object -> object.path().equals(path))
                        .findFirst())
                .map(object -> object.facts().sha256().hex())
                .orElse("");
    }

    /// Of the waivers that count on the day.
    static String ofWaivers(List<Waiver> waivers, LocalDate today) {
        MessageDigest digest = sha256();
        waivers.stream()
                .filter(waiver -> !today.isAfter(waiver.expires()))
                .map(Waiver::toString)
                .sorted()
                .forEach(waiver -> add(digest, waiver));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Of what the submissions that it derives from turned out to be; the empty string when it derives from none.
    static String ofUpstream(Collection<Upstream> upstream) {
        if (upstream.isEmpty()) {
            return "";
        }
        MessageDigest digest = sha256();
        upstream.forEach(source -> {
            add(digest, source.name().toString());
            source.held().forEach(held -> add(digest, held.toString()));
            source.taught().forEach(taught -> add(digest, taught.toString()));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
