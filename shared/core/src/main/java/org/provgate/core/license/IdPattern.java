package org.provgate.core.license;

/// A licence id in which `*` stands for any characters; letter case makes no difference.
public record IdPattern(String pattern) {

    public boolean matches(String id) {
        String wanted = pattern.strip();
        int p = 0;
        int i = 0;
        int star = -1;
        int resume = 0;
        while (i < id.length()) {
            if (p < wanted.length() && wanted.charAt(p) == '*') {
                star = p++;
                resume = i;
            } else if (p < wanted.length() && same(wanted.charAt(p), id.charAt(i))) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (p < wanted.length() && wanted.charAt(p) == '*') {
            p++;
        }
        return p == wanted.length();
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
