package org.provgate.core.license;

import java.util.List;
import java.util.Optional;

/// What a licence field says, read as SPDX.
public sealed interface LicenseText {

    /// Longer texts are no expression; the manifest format ends at 500 already.
    int LONGEST = 2_000;

    int DEEPEST = 32;

    int MOST_BRANCHES = 32;

    /// @param deprecated ids in it that the list has given up, in order
    record Expression(LicenseExpression tree, List<GivenUp> deprecated) implements LicenseText {
        public Expression {
            deprecated = List.copyOf(deprecated);
        }
    }

    /// `NONE`: no licence is granted.
    record None() implements LicenseText {}

    /// `NOASSERTION`: not known, and said so.
    record NoAssertion() implements LicenseText {}

    /// @param problem a clause for people
    /// @param meaning what was probably meant, where that can be told
    record Broken(String problem, Meaning meaning) implements LicenseText {}

    /// @param successor what replaces it
    record GivenUp(String id, Meaning successor) {}

    sealed interface Meaning {
        record Probably(String text) implements Meaning {}

        record Unclear() implements Meaning {}

        default Optional<String> probable() {
            return this instanceof Probably(String text) ? Optional.of(text) : Optional.empty();
        }
    }

    static LicenseText read(String text) {
        return ExpressionParser.read(text);
    }

    /// The tree, where the text is an expression.
    default Optional<LicenseExpression> expression() {
        return this instanceof Expression(LicenseExpression tree, List<GivenUp> _)
                ? Optional.of(tree)
                : Optional.empty();
    }
}
