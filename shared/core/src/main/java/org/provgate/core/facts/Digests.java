package org.provgate.core.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of small things.
public final class Digests {

    private Digests() {}

    public static Sha256 sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
