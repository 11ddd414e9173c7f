package org.provgate.inspection.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is compiled when it is first needed: most objects need few of them.
public final class Expression {

    private final String text;
    private volatile @Nullable Pattern pattern;

    Expression(String text) {
        this.text = text;
    }

    public Matcher matcher(CharSequence in) {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(text);
            pattern = compiled;
        }
        return compiled.matcher(in);
    }

    @Override
    public String toString() {
        return text;
    }
}
