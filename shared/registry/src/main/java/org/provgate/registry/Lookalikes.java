package org.provgate.registry;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Letters and signs that look like ASCII and are not.
final class Lookalikes {

    /// Cyrillic, Greek and other letters, each pair with the ASCII letter it can be taken for.
    private static final String LETTERS = """
            аa еe оo рp сc уy хx ѕs іi јj ԁd ɡg һh ӏl ԛq ԝw ѵv ьb кk мm тt нh вb гr пn
            АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԌG ԚQ ԜW З3
            αa βb γy εe ηn ιi κk νv οo ρp σo τt υu χx ωw
            ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX
            ıi ȷj ɑa ɩi ʟl ոn օo ѡw ƖI ӀI ǀl
            """;

    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d\u2043\u02d7";

    private static final Map<Character, Character> PLAIN = letters();

    private Lookalikes() {}

    /// The text with look-alikes replaced, invisible characters and accents dropped. ASCII comes back as it is.
    static String plain(String text) {
        if (isAscii(text)) {
            return text;
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (HYPHENS.indexOf(c) >= 0) {
                plain.append('-');
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (!invisible(c)) {
                plain.append(PLAIN.getOrDefault(c, c).charValue());
            }
        }
        return plain.toString().strip();
    }

    /// Printable ASCII only.
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean invisible(char c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.CONTROL -> true;
            default -> false;
        };
    }

    private static Map<Character, Character> letters() {
        Map<Character, Character> letters = new HashMap<>();
        for (String pair : LETTERS.strip().split("\\s+", -1)) {
            letters.put(pair.charAt(0), pair.charAt(1));
        }
        return Map.copyOf(letters);
    }
}
