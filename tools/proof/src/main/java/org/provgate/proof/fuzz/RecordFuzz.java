package org.provgate.proof.fuzz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.provgate.aws.trigger.BucketNotices;
import org.provgate.aws.trigger.LedgerChange;
import org.provgate.core.license.LicenseText;
import org.provgate.formats.checksums.ChecksumListReader;
import org.provgate.formats.event.UnreadableEventException;
import org.provgate.usecases.engine.PolicyText;

/// Single records, each with its own way to say that it cannot be read.
final class RecordFuzz {

    private RecordFuzz() {}

    static void checksums(byte[] input) {
        ChecksumListReader.read("SHA256SUMS", input);
    }

    static void license(byte[] input) {
        LicenseText.read(new String(input, StandardCharsets.UTF_8));
    }

    static void policy(byte[] input) {
        Optional<String> sentences;
        try {
            PolicyText.read("policy.yaml", input);
            sentences = Optional.empty();
        } catch (PolicyText.FaultyPolicyException faulty) {
            sentences = Optional.of(faulty.sentences());
        }
        if (sentences.isPresent() && sentences.get().isBlank()) {
            throw new IllegalStateException("a policy is refused without a word");
        }
    }

    static void notices(byte[] input) {
        try {
            BucketNotices.read(new String(input, StandardCharsets.UTF_8), "dataset");
        } catch (UnreadableEventException unreadable) {
            said(unreadable);
        } catch (IllegalStateException withoutVersions) {
            said(withoutVersions);
        }
    }

    static void stream(byte[] input) {
        try {
            LedgerChange.toDecide(new ByteArrayInputStream(input));
            LedgerChange.toPlace(new ByteArrayInputStream(input));
        } catch (UnreadableEventException unreadable) {
            said(unreadable);
        }
    }

    private static void said(RuntimeException refused) {
        if (String.valueOf(refused.getMessage()).isBlank()) {
            throw new IllegalStateException("refused without a word", refused);
        }
    }
}
