package org.provgate.formats.fields;

/// How many items a list may have and whether they differ.
///
/// @param remedy what to do when there are too many; may be empty
public record ListForm(int least, int most, boolean distinct, String remedy) {

    public static ListForm any(int most) {
        return new ListForm(0, most, false, "");
    }

    public static ListForm filled(int most) {
        return new ListForm(1, most, false, "");
    }

    public static ListForm distinct(int most) {
        return new ListForm(1, most, true, "");
    }

    public ListForm orElse(String remedyWhenTooLong) {
        return new ListForm(least, most, distinct, remedyWhenTooLong);
    }
}
