package org.provgate.formats.fields;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the word that was probably meant.
public final class Spelling {

    /// Longer texts are no misspelt words.
    private static final int LONGEST = 64;

    /// British and other spellings of words that the formats have, without case, `_` and `-`.
    private static final Map<String, String> VARIANTS = Map.ofEntries(
            Map.entry("licence", "license"),
            Map.entry("licenses", "license"),
            Map.entry("licences", "license"),
            Map.entry("licencelink", "licenselink"),
            Map.entry("licenseurl", "licenselink"),
            Map.entry("organisation", "organization"),
            Map.entry("authorisation", "authorization"),
            Map.entry("digitised", "digitized"),
            Map.entry("honoured", "honored"),
            Map.entry("pseudonymized", "pseudonymised"),
            Map.entry("optoutshonoured", "optoutshonored"),
            Map.entry("checksum", "sha256"),
            Map.entry("digest", "sha256"),
            Map.entry("size", "bytes"),
            Map.entry("attestedby", "by"),
            Map.entry("vendor", "provider"));

    private Spelling() {}

    /// The one word that `text` is a slip of; empty when there is none or more than one.
    public static Optional<String> meant(String text, Collection<String> words) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        String bare = bare(text);
        String variant = VARIANTS.getOrDefault(bare, bare);
        Optional<String> same =
                words.stream().filter(word -> bare(word).equals(bare)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        Optional<String> alike =
                words.stream().filter(word -> bare(word).equals(variant)).findFirst();
        if (alike.isPresent()) {
            return alike;
        }
        List<Candidate> near = words.stream()
                .map(word -> new Candidate(word, distance(bare, bare(word))))
                .filter(candidate -> candidate.distance <= slipsAllowed(bare, bare(candidate.word)))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .toList();
        return near.isEmpty() || (near.size() > 1 && near.get(0).distance == near.get(1).distance)
                ? Optional.empty()
                : Optional.of(near.getFirst().word);
    }

    /// All words, the nearest first; those equally far in their own order.
    public static List<String> nearestFirst(String text, Collection<String> words) {
        if (text.length() > LONGEST) {
            return List.copyOf(words);
        }
        String meant = meant(text, words).orElse("");
        return words.stream()
                .map(word -> new Candidate(word, distance(bare(text), bare(word))))
                .sorted(Comparator.comparingInt(candidate -> candidate.word.equals(meant) ? -1 : candidate.distance))
                .map(Candidate::word)
                .toList();
    }

    private record Candidate(String word, int distance) {}

    private static int slipsAllowed(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        return shorter < 3 ? 0 : shorter < 6 ? 1 : 2;
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /// Insertions, deletions, substitutions and swaps of neighbours.
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
