package org.provgate.inspection.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.provgate.inspection.scan.LiteralScanner;
import org.provgate.inspection.scan.SplitScanner;
import org.provgate.inspection.text.LookAlikes;

/// The literals that make a row worth a closer look, and what each of them may lead to.
public final class Triggers {

    /// Leads to no sign by itself: the row's structure, or a string in disguise, has to be looked at.
    private static final int STRUCTURE = -1;

    /// Leads to the self-naming patterns.
    private static final int NAME = -2;

    private final LiteralScanner scanner;
    private final int[][] leads;
    private final int[][] phrases;
    private final int[] characters;
    private final boolean[] startsWord;
    private final boolean[] endsWord;

    private Triggers(Map<String, Set<Integer>> literals) {
        scanner = new SplitScanner(List.copyOf(literals.keySet()));
        leads = literals.values().stream()
                .map(targets -> targets.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        phrases = Arrays.stream(leads)
                .map(targets -> Arrays.stream(targets).filter(lead -> lead >= 0).toArray())
                .toArray(int[][]::new);
        characters = literals.keySet().stream().mapToInt(String::length).toArray();
        startsWord = new boolean[leads.length];
        endsWord = new boolean[leads.length];
        int number = 0;
        for (Map.Entry<String, Set<Integer>> entry : literals.entrySet()) {
            String literal = entry.getKey();
            boolean words = entry.getValue().stream().allMatch(lead -> lead != STRUCTURE);
            startsWord[number] = words && letter((byte) literal.charAt(0)) && literal.charAt(0) < 0x80;
            endsWord[number] = words
                    && letter((byte) literal.charAt(literal.length() - 1))
                    && literal.charAt(literal.length() - 1) < 0x80;
            number++;
        }
    }

    public LiteralScanner scanner() {
        return scanner;
    }

    public boolean names(int literal) {
        for (int lead : leads[literal]) {
            if (lead == NAME) {
                return true;
            }
        }
        return false;
    }

    /// Length of the literal in UTF-16 units.
    public int characters(int literal) {
        return characters[literal];
    }

    /// Numbers of the phrases that the literal belongs to.
    public int[] phrases(int literal) {
        return phrases[literal];
    }

    /// Whether the literal, ending at `end`, is a word there and not a part of a longer one.
    public boolean stands(byte[] bytes, int from, int to, int end, int literal) {
        return (!startsWord[literal] || free(bytes, from, end - scanner.length(literal)))
                && (!endsWord[literal] || end >= to || !letter(bytes[end]));
    }

    /// A letter before is the word's own, unless it belongs to an escape such as that of a line break.
    private static boolean free(byte[] bytes, int from, int start) {
        return start <= from || !letter(bytes[start - 1]) || (start - 2 >= from && bytes[start - 2] == '\\');
    }

    private static boolean letter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }

    /// Gathers the literals, in the order they come.
    static final class Collector {

        private final Map<String, Set<Integer>> literals = new LinkedHashMap<>();

        void phrase(String literal, int number) {
            add(literal, number);
        }

        void name(String name) {
            if (name.length() > 2 || name.charAt(0) > 0x7f) {
                add(name, NAME);
            }
        }

        void structure(String literal) {
            add(literal, STRUCTURE);
        }

        /// A key in JSON, and in JSON that a string holds.
        void key(String key) {
            add(key + "\"", STRUCTURE);
            add(key + "\\\"", STRUCTURE);
        }

        void modelKey(String words) {
            for (String joint : List.of("_", "", "-", " ")) {
                key("\"" + words.replace(" ", joint));
            }
        }

        private void add(String literal, int lead) {
            String lower = literal.toLowerCase(Locale.ROOT);
            literals.computeIfAbsent(lower, _ -> new LinkedHashSet<>()).add(lead);
            if (lower.chars().anyMatch(ch -> ch > 0x7f)) {
                literals.computeIfAbsent(escaped(lower), _ -> new LinkedHashSet<>())
                        .add(lead);
            }
        }

        /// As JSON writers spell it that keep to ASCII.
        private static String escaped(String literal) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < literal.length(); i++) {
                char ch = literal.charAt(i);
                text.append(ch > 0x7f ? "\\u%04x".formatted((int) ch) : String.valueOf(ch));
            }
            return text.toString();
        }

        Triggers triggers() {
            disguises().forEach(this::structure);
            return new Triggers(literals);
        }

        /// Escaped ASCII, and hidden or look-alike characters beside an ASCII letter.
        private static List<String> disguises() {
            List<String> disguises = new ArrayList<>();
            for (String digit : List.of("4", "5", "6", "7")) {
                disguises.add("\\u00" + digit);
            }
            String letters = LookAlikes.letters();
            String strange =
                    letters + letters.toUpperCase(Locale.ROOT) + "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f";
            for (int i = 0; i < strange.length(); i++) {
                char ch = strange.charAt(i);
                for (char letter = 'a'; letter <= 'z'; letter++) {
                    disguises.add("" + letter + ch);
                    disguises.add("" + ch + letter);
                }
                disguises.add("\\u%04x".formatted((int) ch));
            }
            return disguises;
        }
    }
}
