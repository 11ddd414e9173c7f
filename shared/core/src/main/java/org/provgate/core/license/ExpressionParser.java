package org.provgate.core.license;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.provgate.core.claim.Spelling;
import org.provgate.core.license.LicenseExpression.And;
import org.provgate.core.license.LicenseExpression.Listed;
import org.provgate.core.license.LicenseExpression.Or;
import org.provgate.core.license.LicenseExpression.Ref;
import org.provgate.core.license.LicenseExpression.With;
import org.provgate.core.license.LicenseText.GivenUp;
import org.provgate.core.license.LicenseText.Meaning;

/// Recursive descent over the grammar of SPDX 2.3, annex D: `WITH` binds before `AND`, `AND` before `OR`.
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[^\\s()]+)");

    private static final Pattern REF = Pattern.compile("LicenseRef-[A-Za-z0-9.-]+");

    private static final Pattern LOWER_OPERATOR = Pattern.compile("(?i)and|or|with");

    private final SpdxIds ids = SpdxIds.BUNDLED;
    private final List<String> tokens = new ArrayList<>();
    private final List<GivenUp> deprecated = new ArrayList<>();
    private int next;
    private int depth;

    private ExpressionParser(String text) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group(1));
        }
    }

    static LicenseText read(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("NONE")) {
            return new LicenseText.None();
        }
        if (trimmed.equals("NOASSERTION")) {
            return new LicenseText.NoAssertion();
        }
        if (trimmed.isEmpty()) {
            return broken("the text is empty");
        }
        if (trimmed.length() > LicenseText.LONGEST) {
            return broken("the text has more than %,d characters".formatted(LicenseText.LONGEST));
        }
        LicenseText direct = strict(trimmed);
        if (!(direct instanceof LicenseText.Broken(String problem, Meaning meaning))) {
            return direct;
        }
        Optional<String> spelling = CommunityLicenses.meant(trimmed);
        return spelling.<LicenseText>map(found -> new LicenseText.Broken(
                        CommunityLicenses.problem(trimmed).orElse(problem), new Meaning.Probably(found)))
                .orElseGet(() -> new LicenseText.Broken(
                        CommunityLicenses.problem(trimmed).orElse(problem), meaning));
    }

    /// As the grammar has it, without a look at other spellings of the whole.
    static LicenseText strict(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        try {
            LicenseExpression tree = parser.whole();
            if (LicenseBranches.of(tree).isEmpty()) {
                throw new Slip("it leaves more than %d choices".formatted(LicenseText.MOST_BRANCHES));
            }
            return new LicenseText.Expression(tree, parser.deprecated);
        } catch (Slip slip) {
            return new LicenseText.Broken(slip.problem, slip.meaning);
        }
    }

    private LicenseExpression whole() throws Slip {
        LicenseExpression tree = or();
        if (next < tokens.size()) {
            String extra = tokens.get(next);
            if (extra.equals(")")) {
                throw new Slip("a closing parenthesis has no opening one");
            }
            if (LOWER_OPERATOR.matcher(extra).matches()) {
                throw lowerCase(extra);
            }
            throw new Slip("an operator (AND, OR, WITH) is missing before \"%s\"".formatted(shown(extra)));
        }
        return tree;
    }

    private LicenseExpression or() throws Slip {
        LicenseExpression left = and();
        while (take("OR")) {
            left = new Or(left, and());
        }
        return left;
    }

    private LicenseExpression and() throws Slip {
        LicenseExpression left = with();
        while (take("AND")) {
            left = new And(left, with());
        }
        return left;
    }

    private LicenseExpression with() throws Slip {
        LicenseExpression license = single();
        if (!take("WITH")) {
            return license;
        }
        if (license instanceof And || license instanceof Or || license instanceof With) {
            throw new Slip("WITH follows a single licence, not an expression");
        }
        String word = word("an exception after WITH");
        String exception = ids.exception(word).orElseThrow(() -> unknown(word, "exception", ids.exceptions()));
        note(exception);
        return new With(license, exception);
    }

    private LicenseExpression single() throws Slip {
        if (take("(")) {
            if (++depth > LicenseText.DEEPEST) {
                throw new Slip("parentheses are nested deeper than " + LicenseText.DEEPEST);
            }
            LicenseExpression inner = or();
            if (!take(")")) {
                throw next < tokens.size()
                                && LOWER_OPERATOR.matcher(tokens.get(next)).matches()
                        ? lowerCase(tokens.get(next))
                        : new Slip("a parenthesis is not closed");
            }
            depth--;
            return inner;
        }
        String word = word("a licence");
        if (REF.matcher(word).matches()) {
            return new Ref(word);
        }
        if (word.startsWith("DocumentRef-")) {
            throw new Slip("\"%s\" points into another SPDX document, which a manifest has not".formatted(shown(word)));
        }
        Optional<String> id = ids.license(word);
        if (id.isPresent()) {
            note(id.get());
            return new Listed(id.get(), false);
        }
        String bare = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
        String listed = ids.license(bare).orElseThrow(() -> unknown(word, "licence", ids.licenses()));
        note(listed);
        return new Listed(listed, true);
    }

    private String word(String wanted) throws Slip {
        if (next >= tokens.size()) {
            throw new Slip("%s is missing at the end".formatted(wanted));
        }
        String word = tokens.get(next);
        if (word.equals("(") || word.equals(")") || LOWER_OPERATOR.matcher(word).matches()) {
            throw new Slip("%s is missing before \"%s\"".formatted(wanted, word));
        }
        next++;
        return word;
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void note(String id) {
        ids.successor(id).ifPresent(meaning -> deprecated.add(new GivenUp(id, meaning)));
    }

    private Slip lowerCase(String operator) {
        List<String> upper = tokens.stream()
                .map(token -> LOWER_OPERATOR.matcher(token).matches() ? token.toUpperCase(Locale.ROOT) : token)
                .toList();
        Meaning meaning =
                strict(String.join(" ", upper)) instanceof LicenseText.Expression(LicenseExpression tree, var _)
                        ? new Meaning.Probably(tree.toString())
                        : new Meaning.Unclear();
        return new Slip("the operator \"%s\" is not in capitals".formatted(operator), meaning);
    }

    private Slip unknown(String word, String what, Collection<String> known) {
        String tip = Spelling.nearest(word, known)
                .map(" (did you mean %s?)"::formatted)
                .orElse("");
        return new Slip("\"%s\" is no %s of the SPDX list%s".formatted(shown(word), what, tip));
    }

    private static String shown(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "…";
    }

    private static LicenseText.Broken broken(String problem) {
        return new LicenseText.Broken(problem, new Meaning.Unclear());
    }

    /// Ends a parse; never leaves this class.
    private static final class Slip extends Exception {

        private static final long serialVersionUID = 1;

        private final String problem;
        private final transient Meaning meaning;

        Slip(String problem) {
            this(problem, new Meaning.Unclear());
        }

        Slip(String problem, Meaning meaning) {
            super(problem, null, false, false);
            this.problem = problem;
            this.meaning = meaning;
        }
    }
}
