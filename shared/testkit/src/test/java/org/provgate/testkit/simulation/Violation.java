package org.provgate.testkit.simulation;

import java.util.regex.Matcher;

/// A promise that was not kept.
final class Violation extends Error {

    private static final long serialVersionUID = 1;

    Violation(String what) {
        super(what);
    }

    /// @param what with `%s` where the details go
    static void unless(boolean kept, String what, Object... details) {
        if (!kept) {
            String told = what;
            for (Object detail : details) {
                told = told.replaceFirst("%s", Matcher.quoteReplacement(detail.toString()));
            }
            throw new Violation(told);
        }
    }
}
