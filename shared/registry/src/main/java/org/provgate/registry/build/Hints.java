package org.provgate.registry.build;

import java.util.Locale;

/// Text that every match of a pattern holds, read off the pattern, so that most patterns need never be compiled.
///
/// Knows the few constructs the facts use; what it does not understand adds nothing to the hint.
final class Hints {

    private final String regex;
    private int at;

    private Hints(String regex) {
        this.regex = regex;
    }

    /// The longest such text in lower case; empty where there is none.
    static String of(String regex) {
        return new Hints(regex).alternatives().toLowerCase(Locale.ROOT);
    }

    /// Up to the end or a closing bracket. Two alternatives share no text that is worth finding.
    private String alternatives() {
        String best = sequence();
        boolean several = false;
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            sequence();
            several = true;
        }
        return several ? "" : best;
    }

    private String sequence() {
        String best = "";
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            String atom = atom();
            boolean literal = atom.length() == 1;
            boolean optional = quantifier();
            if (literal && !optional) {
                run.append(atom);
            } else {
                best = longer(best, run.toString());
                run.setLength(0);
                best = optional ? best : longer(best, atom);
            }
        }
        return longer(best, run.toString());
    }

    /// One literal character, the hint of a group, or nothing.
    private String atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '.', '^', '$' -> "";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        boolean lookaround = regex.startsWith("?!", at) || regex.startsWith("?=", at) || regex.startsWith("?<", at);
        if (regex.startsWith("?i)", at)) {
            at += 3;
            return "";
        }
        at += regex.startsWith("?:", at) ? 2 : lookaround ? 2 : 0;
        String inside = alternatives();
        at++;
        return lookaround || inside.length() < 2 ? "" : inside;
    }

    private String set() {
        while (regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return "";
    }

    private String escape() {
        char c = regex.charAt(at++);
        return Character.isLetterOrDigit(c) ? "" : String.valueOf(c);
    }

    /// Steps over what follows an atom. Anything but "once or more" makes it optional; so does any repetition, for the
    /// run of letters round it.
    private boolean quantifier() {
        if (at == regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return false;
        }
        at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return true;
    }

    private static String longer(String a, String b) {
        return b.length() > a.length() ? b : a;
    }
}
