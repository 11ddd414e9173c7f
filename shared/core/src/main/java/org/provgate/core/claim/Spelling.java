package org.provgate.core.claim;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean": the known word that a misspelt one is closest to.
public final class Spelling {

    /// Words longer than this are not compared: the time goes with the product of the lengths.
    static final int LONGEST = 80;

    private Spelling() {}

    /// The first of the closest words, when it is close enough for a slip of the pen: one edit in up to four
    /// letters, two in up to eight, three beyond.
    public static Optional<String> nearest(String text, Collection<String> known) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = text.length() <= 4 ? 1 : text.length() <= 8 ? 2 : 3;
        String folded = text.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int least = allowed + 1;
        for (String word : known) {
            if (Math.abs(word.length() - text.length()) < least && word.length() <= LONGEST) {
                int distance = distance(folded, word.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = Optional.of(word);
                }
            }
        }
        return best;
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
    static int distance(String from, String to) {
        int[] older = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], older[j - 2] + 1);
                }
            }
            int[] free = older;
            older = above;
            above = row;
            row = free;
        }
        return above[to.length()];
    }
}
