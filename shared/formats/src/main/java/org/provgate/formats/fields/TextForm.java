package org.provgate.formats.fields;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A form that a text is to have.
///
/// @param wanted in words: `64 lower-case hexadecimal digits`
/// @param least code points
/// @param most code points
/// @param fits whether a text of that length has the form
/// @param slip what exactly is wrong, where it can be said better than by `wanted`
public record TextForm(
        String wanted, int least, int most, Predicate<String> fits, Function<String, Optional<Slip>> slip) {

    /// @param clause completes "`path` is "x", …"
    /// @param remedy a sentence
    /// @param meant the text that was meant, where a machine can tell
    public record Slip(String clause, String remedy, Optional<String> meant) {}

    public static TextForm of(String wanted, int least, int most, Predicate<String> fits) {
        return new TextForm(wanted, least, most, fits, _ -> Optional.empty());
    }

    public TextForm explainedBy(Function<String, Optional<Slip>> explanation) {
        return new TextForm(wanted, least, most, fits, explanation);
    }

    /// Empty when the text has the form.
    Optional<Slip> slipOf(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            return Optional.of(new Slip(
                    "which has %,d characters; at most %,d are allowed".formatted(length, most), "", Optional.empty()));
        }
        if (length >= least && fits.test(text)) {
            return Optional.empty();
        }
        Optional<Slip> known = slip.apply(text);
        return known.isPresent()
                ? known
                : Optional.of(new Slip("not " + wanted, "Write %s.".formatted(wanted), Optional.empty()));
    }
}
