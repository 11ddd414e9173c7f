package org.provgate.formats.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Paths of a submission as relative references of RFC 3986.
final class Uris {

    private static final String KEPT = "-._~!$&'()*+,;=@/";

    private Uris() {}

    /// @return never absolute, whatever the path says; `.` for the submission itself
    static String ofPath(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte octet : Printable.wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isLetterOrDigit(character) || KEPT.indexOf(character) >= 0) {
                uri.append(character);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return uri.charAt(0) == '/' ? "." + uri : uri.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
