package org.provgate.formats.fields;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whole numbers as JSON writes them: no sign of plus, no leading zeros, no grouping, no other base.
final class Numbers {

    /// The largest that every JSON tool keeps exactly.
    static final long LARGEST = 9_007_199_254_740_991L;

    private static final Pattern FORM = Pattern.compile("(-?(?:0|[1-9][0-9]{0,17}))(?:\\.0{1,20})?");

    private Numbers() {}

    static Optional<Long> whole(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(Long.parseLong(form.group(1))) : Optional.empty();
    }
}
