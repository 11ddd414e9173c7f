package org.provgate.core.signing;

import java.util.Base64;

/// Blocks of a PEM text.
final class Pem {

    static final String ANOTHER_KIND = "its key is of another kind; Ed25519 and ECDSA P-256 are taken";

    private static final int LONGEST = 64 * 1024;

    private Pem() {}

    /// The first block of that label.
    static KeyReading<byte[]> block(String text, String label) {
        if (text.length() > LONGEST) {
            return new KeyReading.Unusable<>("it is too long for a key");
        }
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf("-----END " + label + "-----", from);
        if (to < 0) {
            return new KeyReading.Unusable<>(instead(text, label));
        }
        String body = text.substring(from + begin.length(), to).replaceAll("\\s", "");
        try {
            return new KeyReading.Read<>(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException notBase64) {
            return new KeyReading.Unusable<>("its block %s is no Base64".formatted(label));
        }
    }

    private static String instead(String text, String wanted) {
        if (text.contains("-----BEGIN EC PRIVATE KEY") || text.contains("-----BEGIN RSA PRIVATE KEY")) {
            return "its key is in an older form; `openssl pkcs8 -topk8 -nocrypt` writes it as BEGIN PRIVATE KEY";
        }
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY")) {
            return "its key is locked by a passphrase";
        }
        if (text.contains("-----BEGIN PRIVATE KEY") || text.contains("-----BEGIN PUBLIC KEY")) {
            return "it holds the other half of a key; BEGIN %s is wanted".formatted(wanted);
        }
        return "it holds no block BEGIN %s".formatted(wanted);
    }
}
