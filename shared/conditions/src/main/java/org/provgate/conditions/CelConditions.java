package org.provgate.conditions;

import java.util.List;
import org.provgate.core.policy.Condition;
import org.provgate.core.policy.Condition.Compilation;

/// Compiles conditions written in CEL. As long as there are none, nothing of the language is loaded.
public final class CelConditions implements Condition.Compiler {

    /// Longer conditions are not read, in characters.
    public static final int LONGEST = 4_000;

    /// How deep an expression may be nested.
    public static final int DEEPEST = 32;

    /// How many parts an expression may have.
    public static final int MOST_PARTS = 1_000;

    /// How many parts may be evaluated for one answer. 100,000 files with ten parts each are well within it.
    public static final int MOST_STEPS = 5_000_000;

    /// How long a text may become on the way, in characters.
    public static final int LONGEST_TEXT = 1_000_000;

    /// How large a list may become on the way.
    public static final int LARGEST_LIST = 1_000_000;

    /// How much a condition may cost, in sentences.
    public static List<String> bounds() {
        return List.of(
                "A condition has at most %,d characters and %,d parts, nested at most %d deep."
                        .formatted(LONGEST, MOST_PARTS, DEEPEST),
                "For one answer at most %,d parts are evaluated, and no text or list on the way grows beyond %,d; what "
                                .formatted(MOST_STEPS, LARGEST_LIST)
                        + "needs more could not be evaluated.");
    }

    @Override
    public Compilation compile(String text) {
        return Loaded.LANGUAGE.compile(text);
    }

    /// Set up once, when the first condition comes.
    private static final class Loaded {
        static final CelLanguage LANGUAGE = new CelLanguage();
    }
}
