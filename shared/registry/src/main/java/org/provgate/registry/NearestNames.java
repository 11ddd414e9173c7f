package org.provgate.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Known names by how few letters part them from another.
final class NearestNames {

    private static final int MOST = 5;

    /// Longer names are compared by their beginning, so that the work stays bounded.
    private static final int LONGEST = 64;

    private record Near(String name, int distance) {}

    private final Facts facts;

    NearestNames(Facts facts) {
        this.facts = facts;
    }

    /// Built for the rare unknown name only.
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        facts.families().forEach(family -> family.names().forEach(name -> names.putIfAbsent(shortened(name), name)));
        facts.ids().forEach(id -> names.putIfAbsent(shortened(id.id()), id.id()));
        facts.brands().forEach(brand -> brand.names().forEach(name -> names.putIfAbsent(shortened(name), name)));
        return names;
    }

    /// At most five, best first; none that differs in more than a third of its letters.
    List<String> to(String name) {
        String wanted = shortened(name);
        int limit = Math.max(1, (wanted.length() + 1) / 3);
        List<Near> near = new ArrayList<>();
        names().forEach((key, known) -> {
            if (Math.abs(key.length() - wanted.length()) <= limit) {
                int distance = distance(wanted, key, limit);
                if (distance <= limit) {
                    near.add(new Near(known, distance));
                }
            }
        });
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static String shortened(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    /// Insertions, deletions, replacements and swapped neighbours; more than `limit` is only known to be more.
    private static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = alike(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1;
                int cost = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }

    /// The same, or a digit taken for a letter.
    private static boolean alike(char a, char b) {
        return a == b || mixed(a, b, '0', 'o') || mixed(a, b, '1', 'l') || mixed(a, b, '1', 'i');
    }

    private static boolean mixed(char a, char b, char digit, char letter) {
        return (a == digit && b == letter) || (a == letter && b == digit);
    }
}
