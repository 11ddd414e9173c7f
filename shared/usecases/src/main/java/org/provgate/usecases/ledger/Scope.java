package org.provgate.usecases.ledger;

import java.util.Optional;

/// Which submissions a rescan decides again.
public sealed interface Scope {

    record All() implements Scope {}

    /// @param mark what their verdicts hang on
    record Affected(Mark mark) implements Scope {}

    /// As people write it: `all`, or a mark such as `provider:anthropic`.
    default String word() {
        return switch (this) {
            case All _ -> "all";
            case Affected(Mark mark) -> mark.toString();
        };
    }

    static Optional<Scope> parse(String text) {
        return text.equals("all") ? Optional.of(new All()) : Mark.parse(text).map(Affected::new);
    }
}
