package org.provgate.usecases.ledger;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.provgate.core.claim.Word;

/// Something outside a submission on which its verdict hangs, by which it is found again when that changes.
///
/// @param value in lower case, at most [#LONGEST] characters; a submission's name as it is
public record Mark(Kind kind, String value) implements Comparable<Mark> {

    public static final int LONGEST = 200;

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::kind).thenComparing(Mark::value);

    public enum Kind implements Word {
        PROVIDER,
        /// A family's id, or a model as it was declared.
        MODEL,
        /// A public dataset, by id, name or address.
        DATASET,
        /// Code of a finding.
        RULE,
        LICENSE,
        /// Another submission of this hub.
        SUBMISSION,
        /// `upstream`: readers are kept from it for what it derives from, and for nothing else.
        HELD,
        /// It hangs on more than is kept; whatever changes may concern it.
        MANY
    }

    public static Mark of(Kind kind, String text) {
        String folded = kind == Kind.SUBMISSION ? text : text.strip().toLowerCase(Locale.ROOT);
        return new Mark(kind, folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded);
    }

    public static Mark many() {
        return new Mark(Kind.MANY, "");
    }

    public static Mark heldForUpstream() {
        return new Mark(Kind.HELD, "upstream");
    }

    /// As people write it: `provider:anthropic`.
    public static Optional<Mark> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            return Optional.empty();
        }
        return Word.parse(Kind.class, text.substring(0, colon))
                .filter(kind -> kind != Kind.MANY)
                .map(kind -> of(kind, text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + ":" + value;
    }
}
