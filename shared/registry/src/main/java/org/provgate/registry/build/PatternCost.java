package org.provgate.registry.build;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Counts how often a pattern looks at a character, so that none can run away on a name somebody made up.
final class PatternCost {

    /// A pattern that reads a name of this length a few hundred times over is still instant.
    static final int MOST_STEPS = 200_000;

    static final int LENGTH = 300;

    private static final List<String> PUMPS = List.of(
            "-",
            "a",
            "1",
            "-a",
            "-1",
            "a-",
            "1-",
            "_",
            ".",
            "-.",
            "1.",
            ".1",
            "-1.",
            "a.",
            "_a",
            "-b",
            "7b-",
            "-v1",
            "-v1:0",
            ":0",
            ":",
            "@",
            "-2024-01-01",
            "20240101",
            "-latest",
            "-instruct",
            "-chat",
            "-preview",
            "-mini",
            "a/",
            "a:");

    private PatternCost() {}

    /// A name that makes the pattern look too often, if one is found.
    ///
    /// @param starts names to begin with, such as ids the pattern matches
    static Optional<String> worst(Pattern pattern, List<String> starts) {
        for (String start : starts) {
            for (String pump : PUMPS) {
                int times = Math.max(0, LENGTH - start.length() - 1) / pump.length();
                String name = start + pump.repeat(times) + "!";
                if (tooCostly(pattern, name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean tooCostly(Pattern pattern, String name) {
        Counted counted = new Counted(name);
        try {
            boolean matches = pattern.matcher(counted).matches();
            return matches && counted.steps > MOST_STEPS;
        } catch (TooManySteps e) {
            return true;
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
