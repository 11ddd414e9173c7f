package org.provgate.registry.build;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.provgate.core.claim.Word;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.TermsChannel;

/// The words the facts may use, from `vocabulary.yaml`.
///
/// @param conditions plain ones, and those that take a text, which end in a colon here
/// @param shorthands parts of patterns, by name
record Vocabulary(
        String edition,
        Set<String> conditions,
        Set<String> roles,
        Set<String> confidence,
        Map<String, String> shorthands) {

    static Vocabulary read(Entry root) {
        LocalDate edition = root.day("edition", LocalDate.EPOCH);
        sameWords(root.entry("categories"), new TreeSet<>(Word.all(Category.class)));
        sameWords(root.entry("channels"), new TreeSet<>(Word.all(TermsChannel.class)));
        Set<String> conditions = new TreeSet<>();
        Entry meanings = root.entry("conditions");
        for (String word : meanings.keys()) {
            meanings.text(word);
            conditions.add(word.endsWith(":X") ? word.substring(0, word.length() - 1) : word);
        }
        Map<String, String> shorthands = new LinkedHashMap<>();
        Entry parts = root.entry("shorthands");
        parts.keys().forEach(name -> shorthands.put("{" + name + "}", parts.text(name)));
        Vocabulary vocabulary = new Vocabulary(
                edition.toString(),
                conditions,
                words(root.entry("roles")),
                words(root.entry("confidence")),
                shorthands);
        root.close();
        return vocabulary;
    }

    private static Set<String> words(Entry meanings) {
        meanings.keys().forEach(meanings::text);
        return new TreeSet<>(meanings.keys());
    }

    private static void sameWords(Entry meanings, Set<String> known) {
        Set<String> written = words(meanings);
        if (!written.equals(known)) {
            meanings.fault("the program knows the words " + known + ", here stand " + written);
        }
    }

    boolean isCondition(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? conditions.contains(text)
                : colon + 1 < text.length() && conditions.contains(text.substring(0, colon + 1));
    }

    /// The pattern as a regular expression over a whole id.
    String expand(String pattern) {
        String body = pattern;
        for (Map.Entry<String, String> part : shorthands.entrySet()) {
            body = body.replace(part.getKey(), part.getValue());
        }
        return ROUTE + "(?:" + body + ")" + TAG;
    }

    /// Any case; owners, regions and routers as path segments before the id.
    private static final String ROUTE = "(?i)(?:[\\w.@:~ +-]+/)*+";

    /// What routers and clouds add after it, such as `:free` or `@default`.
    private static final String TAG = "(?:[:@][\\w.:-]+)?";
}
