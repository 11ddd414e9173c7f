package org.provgate.formats.fields;

import java.util.Optional;
import org.provgate.formats.fields.TextForm.Slip;

/// Forms that more than one format has.
public final class TextForms {

    public static final TextForm TEXT = TextForm.of("a text of 1 to 4,000 characters", 1, 4000, _ -> true);

    public static final TextForm LINE = TextForm.of(
                    "one line of 1 to 300 characters", 1, 300, text -> text.indexOf('\n') < 0 && text.indexOf('\r') < 0)
            .explainedBy(TextForms::brokenLine);

    private TextForms() {}

    /// A text of up to so many characters, its form left open.
    public static TextForm upTo(int most) {
        return TextForm.of("a text of 1 to %,d characters".formatted(most), 1, most, _ -> true);
    }

    private static Optional<Slip> brokenLine(String text) {
        String joined = text.strip().replaceAll("[\\r\\n]++", " ");
        return joined.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slip("which has a line break", "Write it on one line.", Optional.of(joined)));
    }
}
