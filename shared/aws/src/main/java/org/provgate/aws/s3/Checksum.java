package org.provgate.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.provgate.core.facts.Sha256;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// SHA-256 of stored bytes.
final class Checksum {

    private static final int CHUNK = 256 * 1024;
    private static final int BYTES = 32;

    private Checksum() {}

    /// As S3 measured it, when that was over the whole object and not over its parts.
    static Optional<Sha256> ofWholeObject(HeadObjectResponse head) {
        String base64 = head.checksumSHA256();
        if (base64 == null || head.checksumType() != ChecksumType.FULL_OBJECT || base64.contains("-")) {
            return Optional.empty();
        }
        byte[] digest = Base64.getDecoder().decode(base64);
        return digest.length == BYTES ? Optional.of(new Sha256(HexFormat.of().formatHex(digest))) : Optional.empty();
    }

    static Sha256 of(InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
