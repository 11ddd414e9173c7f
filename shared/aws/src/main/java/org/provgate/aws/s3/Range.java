package org.provgate.aws.s3;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ranges of bytes as HTTP writes them.
final class Range {

    private static final Pattern CONTENT = Pattern.compile("bytes \\d{1,18}-\\d{1,18}/(\\d{1,18})");

    private Range() {}

    static String of(long from, long length) {
        return "bytes=%d-%d".formatted(from, from + length - 1);
    }

    /// How long the whole object is, as an answer with a part of it says; empty where the answer is the whole object.
    static OptionalLong endOfObject(@Nullable String contentRange) {
        Matcher matcher = CONTENT.matcher(contentRange == null ? "" : contentRange);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
