package org.provgate.inspection.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.provgate.inspection.scan.LiteralScanner;
import org.provgate.inspection.scan.SplitScanner;
import org.provgate.inspection.text.LookAlikes;

/// The literals that make a row worth a closer look, and what each of them may lead to.
public final class Triggers {

    /// Leads to no sign by itself: the row's structure has to be looked at.
    private static final int STRUCTURE = -1;

    /// Leads to the self-naming patterns.
    private static final int NAME = -2;

    /// Leads to a sign only when what it disguises is read in plain letters.
    private static final int DISGUISE = -3;

    private static final int[] NO_PHRASE = {};
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

    private final List<String> literals;
    private final LiteralScanner scanner;
    private final int[][] leads;
    private final int[][] phrases;
    private final int[] characters;
    private final Look[] looks;
    private final Set<String> words;
    private final boolean[] startsWord;
    private final boolean[] endsWord;

    private Triggers(Map<String, Set<Integer>> literals) {
        this.literals = List.copyOf(literals.keySet());
        scanner = new SplitScanner(this.literals, LookAlikes::disguise);
        leads = literals.entrySet().stream().map(Triggers::targets).toArray(int[][]::new);
        phrases = Arrays.stream(leads)
                .map(targets -> Arrays.stream(targets).filter(lead -> lead >= 0).toArray())
                .toArray(int[][]::new);
        looks = Arrays.stream(leads).map(Triggers::look).toArray(Look[]::new);
        words = literals.entrySet().stream()
                .filter(entry -> look(targets(entry)) == Look.WORDS)
                .flatMap(entry -> NO_LETTER.splitAsStream(entry.getKey()))
                .collect(Collectors.toUnmodifiableSet());
        characters = literals.keySet().stream().mapToInt(String::length).toArray();
        startsWord = new boolean[leads.length];
        endsWord = new boolean[leads.length];
        int number = 0;
        for (Map.Entry<String, Set<Integer>> entry : literals.entrySet()) {
            String literal = entry.getKey();
            boolean words = entry.getValue().stream().allMatch(lead -> lead != STRUCTURE && lead != DISGUISE);
            startsWord[number] = words && letter((byte) literal.charAt(0)) && literal.charAt(0) < 0x80;
            endsWord[number] = words
                    && letter((byte) literal.charAt(literal.length() - 1))
                    && literal.charAt(literal.length() - 1) < 0x80;
            number++;
        }
    }

    /// What has to be looked at where a literal stands; the later the more.
    public enum Look {
        NOTHING,
        /// Keys, and JSON inside strings.
        STRUCTURE,
        /// Whether the letters round it, undisguised, are words that lead further.
        DISGUISE,
        WORDS;

        public Look more(Look other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    private static Look look(int[] leads) {
        if (Arrays.stream(leads).anyMatch(lead -> lead >= 0 || lead == NAME)) {
            return Look.WORDS;
        }
        return Arrays.stream(leads).anyMatch(lead -> lead == DISGUISE) ? Look.DISGUISE : Look.STRUCTURE;
    }

    public Look look(int literal) {
        return literal == looks.length ? Look.DISGUISE : looks[literal];
    }

    private static int[] targets(Map.Entry<String, Set<Integer>> literal) {
        return literal.getValue().stream().mapToInt(Integer::intValue).toArray();
    }

    /// The words of all literals that lead to words.
    public Set<String> words() {
        return words;
    }

    public LiteralScanner scanner() {
        return scanner;
    }

    /// In the order of their numbers.
    public List<String> literals() {
        return literals;
    }

    public boolean names(int literal) {
        if (literal == leads.length) {
            return false;
        }
        for (int lead : leads[literal]) {
            if (lead == NAME) {
                return true;
            }
        }
        return false;
    }

    /// Length of the literal in UTF-16 units.
    public int characters(int literal) {
        return literal == leads.length ? 1 : characters[literal];
    }

    /// Numbers of the phrases that the literal belongs to.
    public int[] phrases(int literal) {
        return literal == leads.length ? NO_PHRASE : phrases[literal];
    }

    /// Whether the literal, ending at `end`, is a word there and not a part of a longer one.
    public boolean stands(byte[] bytes, int from, int to, int end, int literal) {
        if (literal == leads.length) {
            return true;
        }
        return (!startsWord[literal] || free(bytes, from, end - scanner.length(literal)))
                && (!endsWord[literal] || end >= to || !letter(bytes[end]));
    }

    /// A letter before is the word's own, unless it belongs to an escape such as that of a line break.
    private static boolean free(byte[] bytes, int from, int start) {
        return start <= from
                || !letter(bytes[start - 1])
                || (start - 2 >= from && bytes[start - 2] == '\\')
                || (start - 6 >= from && bytes[start - 6] == '\\' && bytes[start - 5] == 'u');
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

        /// The last words of a longer key.
        void modelKeyEnd(String words) {
            for (String joint : List.of("_", "-", " ")) {
                key(joint + words.replace(" ", joint));
            }
            key(words.replace(" ", ""));
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
            disguises().forEach(literal -> add(literal, DISGUISE));
            return new Triggers(literals);
        }

        /// Escaped ASCII, and escapes of characters that disguise others. Those that are written out are found by the
        /// scanner itself.
        private static List<String> disguises() {
            List<String> disguises = new ArrayList<>(List.of("\\u004", "\\u005", "\\u006", "\\u007"));
            for (int ch : LookAlikes.disguises()) {
                disguises.add("\\u%04x".formatted(ch));
            }
            return disguises;
        }
    }
}
