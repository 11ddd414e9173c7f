package org.provgate.core.manifest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A year, a month or a day, with its precision kept: it stands for all days from `first` to `last`.
///
/// @param text as written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
public record PartialDate(String text, LocalDate first, LocalDate last) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /// Whether the text has the form of a date and names none that a calendar has: `2026-13`, `2026-02-31`.
    public static boolean impossible(String text) {
        return FORM.matcher(text).matches() && parse(text).isEmpty();
    }

    /// Empty when the text has another form or names a day that no calendar has.
    public static Optional<PartialDate> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(form.group(1));
            if (form.group(2) == null) {
                return Optional.of(new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
            if (form.group(3) == null) {
                return Optional.of(new PartialDate(text, month.atDay(1), month.atEndOfMonth()));
            }
            LocalDate day = month.atDay(Integer.parseInt(form.group(3)));
            return Optional.of(new PartialDate(text, day, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
