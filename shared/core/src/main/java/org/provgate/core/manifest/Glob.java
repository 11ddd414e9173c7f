package org.provgate.core.manifest;

/// A glob of the manifest: `*` for any characters but a slash, `?` for one, `**` for whole segments.
/// Matching goes back to the last wildcard at most, so there is no backtracking to run away, and it allocates nothing.
public record Glob(String pattern) {

    public boolean matches(String path) {
        int p = 0;
        int t = 0;
        int afterStars = -1;
        int resume = 0;
        while (t <= path.length()) {
            int patternEnd = p <= pattern.length() ? segmentEnd(pattern, p) : p;
            int pathEnd = segmentEnd(path, t);
            if (p <= pattern.length() && isAnySegments(p, patternEnd)) {
                p = patternEnd + 1;
                afterStars = p;
                resume = t;
            } else if (p <= pattern.length() && segmentMatches(p, patternEnd, path, t, pathEnd)) {
                p = patternEnd + 1;
                t = pathEnd + 1;
            } else if (afterStars >= 0) {
                resume = segmentEnd(path, resume) + 1;
                p = afterStars;
                t = resume;
            } else {
                return false;
            }
        }
        while (p <= pattern.length()) {
            int patternEnd = segmentEnd(pattern, p);
            if (!isAnySegments(p, patternEnd)) {
                return false;
            }
            p = patternEnd + 1;
        }
        return true;
    }

    private static int segmentEnd(String text, int start) {
        int slash = text.indexOf('/', start);
        return slash < 0 ? text.length() : slash;
    }

    private boolean isAnySegments(int from, int to) {
        return to - from == 2 && pattern.startsWith("**", from);
    }

    private boolean segmentMatches(int from, int to, String path, int start, int end) {
        int p = from;
        int t = start;
        int star = -1;
        int resume = 0;
        while (t < end) {
            if (p < to && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < to && (pattern.charAt(p) == '?' || pattern.charAt(p) == path.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < to && pattern.charAt(p) == '*') {
            p++;
        }
        return p == to;
    }
}
