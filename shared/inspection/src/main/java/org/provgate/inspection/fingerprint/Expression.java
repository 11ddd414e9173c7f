package org.provgate.inspection.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is compiled when it is first needed: most objects need few of them.
public final class Expression {

    private static final String WORD = "\\b";
    private static final int ASCII = 0x80;

    private final String text;
    private volatile @Nullable Pattern pattern;
    private volatile boolean @Nullable [] begins;

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

    /// The first place from `from` on, before `to`, where a match might begin; `to` when there is none. Far fewer
    /// places than the matcher itself would try.
    public int mayBegin(String in, int from, int to) {
        boolean[] first = begins;
        if (first == null) {
            first = firstCharacters();
            begins = first;
        }
        boolean word = text.startsWith(WORD);
        for (int at = from; at < to; at++) {
            char ch = in.charAt(at);
            if ((ch >= ASCII || first[ch]) && !(word && at > 0 && inWord(in.charAt(at - 1), ch))) {
                return at;
            }
        }
        return to;
    }

    /// Letters and digits of ASCII with nothing between them.
    private static boolean inWord(char before, char ch) {
        return before < ASCII && ch < ASCII && Character.isLetterOrDigit(before) && Character.isLetterOrDigit(ch);
    }

    /// With a character that a match cannot begin with, the matcher is done before it comes to the end.
    @SuppressWarnings("JdkObsolete")
    private boolean[] firstCharacters() {
        boolean[] first = new boolean[ASCII];
        for (char ch = 0; ch < ASCII; ch++) {
            Matcher alone = matcher(String.valueOf(ch));
            first[ch] = alone.lookingAt() || alone.hitEnd() || text.startsWith("(?<");
        }
        return first;
    }

    @Override
    public String toString() {
        return text;
    }
}
