package org.provgate.inspection.fingerprint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the words in keys and roles mean.
public final class Vocabulary {

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, String> teacherColumns = new HashMap<>();

    Vocabulary(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.id().equals("teacher-column")) {
                for (String word : entry.all("words")) {
                    int equals = word.indexOf('=');
                    teacherColumns.put(word.substring(0, equals), word.substring(equals + 1));
                }
            } else {
                words.put(entry.id(), new HashSet<>(entry.all("words")));
            }
        }
    }

    public boolean has(String list, String word) {
        return words.getOrDefault(list, Set.of()).contains(word);
    }

    public Set<String> all(String list) {
        return words.getOrDefault(list, Set.of());
    }

    /// The maker that a column such as `deepseek_reasoning` is named after, or the empty string.
    public String teacherOf(String firstWords) {
        return teacherColumns.getOrDefault(firstWords, "");
    }

    /// A key as words: lower case, one space between, whatever the source's way of joining them.
    public static String words(String key) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char ch = key.charAt(i);
            boolean letter = Character.isLetterOrDigit(ch);
            boolean hump = Character.isUpperCase(ch) && i > 0 && Character.isLowerCase(key.charAt(i - 1));
            if ((!letter || hump) && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            if (letter) {
                words.append(ch);
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }
}
