package org.provgate.conditions;

import dev.cel.common.CelIssue;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.claim.Spelling;
import org.provgate.core.condition.Variables;
import org.provgate.core.rule.Phrases;

/// What the library says, as clauses that go into our sentences.
final class Wording {

    private static final Pattern UNKNOWN_VARIABLE = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNKNOWN_MEMBER = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern WRAPPED = Pattern.compile("evaluation error(?: at [^:]*:\\d+)?: (.*)", Pattern.DOTALL);

    private static final int LONGEST = 300;

    private Wording() {}

    static String of(CelIssue issue) {
        String said = plain(issue.getMessage());
        Matcher variable = UNKNOWN_VARIABLE.matcher(said);
        if (variable.matches()) {
            return "there is no variable or function \"%s\"%s"
                    .formatted(variable.group(1), nearest(variable.group(1), variables()));
        }
        Matcher member = UNKNOWN_MEMBER.matcher(said);
        return member.matches()
                ? "there is no member \"%s\" there%s".formatted(member.group(1), nearest(member.group(1), members()))
                : said;
    }

    static String of(Exception fault) {
        String said = plain(Optional.ofNullable(fault.getMessage()).orElse("it has no answer"));
        Matcher wrapped = WRAPPED.matcher(said);
        return wrapped.matches() ? wrapped.group(1) : said;
    }

    private static String nearest(String text, Collection<String> known) {
        return Spelling.nearest(text, known)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("");
    }

    private static Collection<String> variables() {
        return Variables.ALL.members().keySet();
    }

    private static Collection<String> members() {
        Collection<String> names = new TreeSet<>();
        Variables.kinds().forEach(kind -> names.addAll(kind.members().keySet()));
        return names;
    }

    /// On one line, without control characters, of a length that can be read.
    private static String plain(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return Phrases.plain(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }
}
