package org.provgate.core.manifest;

/// A glob of the manifest: `*` for any characters but a slash, `?` for one, `**` for whole segments.
/// Matching takes time proportional to pattern times path at worst; there is no backtracking to run away.
public record Glob(String pattern) {

    public boolean matches(String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        // reachable[j]: the segments of the pattern so far can match the first j segments of the path.
        boolean[] reachable = new boolean[given.length + 1];
        reachable[0] = true;
        for (String segment : wanted) {
            boolean[] next = new boolean[given.length + 1];
            if (segment.equals("**")) {
                boolean open = false;
                for (int j = 0; j <= given.length; j++) {
                    open |= reachable[j];
                    next[j] = open;
                }
            } else {
                for (int j = 0; j < given.length; j++) {
                    next[j + 1] = reachable[j] && segmentMatches(segment, given[j]);
                }
            }
            reachable = next;
        }
        return reachable[given.length];
    }

    private static boolean segmentMatches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
