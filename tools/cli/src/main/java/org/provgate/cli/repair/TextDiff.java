package org.provgate.cli.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/// Two texts beside each other, as `diff -u` shows them.
public final class TextDiff {

    private static final int CONTEXT = 3;

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private TextDiff() {}

    /// Lines without their ends; none where the texts are the same.
    public static List<String> unified(String path, String before, String after) {
        List<String> old = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + path, "b/" + path, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
    }

    /// For a terminal.
    public static String coloured(String line) {
        String colour = switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> RED;
            case '+' -> GREEN;
            case '@' -> CYAN;
            default -> "";
        };
        return colour.isEmpty() ? line : colour + line + PLAIN;
    }
}
