package org.provgate.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "data/*.jsonl,data/a.jsonl,true",
        "data/*.jsonl,data/b/a.jsonl,false",
        "data/*.jsonl,data/.jsonl,true",
        "data/?.jsonl,data/ab.jsonl,false",
        "data/**,data/a/b/c,true",
        "data/**,data,true",
        "**/a,a,true",
        "**/a,x/y/a,true",
        "**/a,x/ya,false",
        "a**b,axxb,true",
        "a**b,ax/xb,false",
        "**/x/**/y,x/y,true",
        "**/x/**/y,a/x/x/b/y,true",
        "**/x/**/y,a/x/x/b/z,false",
        "DATA/*,data/a,false"
    })
    void starsStayWithinTheirSegment(String pattern, String path, boolean matches) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void everyPatternMatchesWhatItsRegularExpressionMatches() {
        Random random = new Random(42);
        int matched = 0;
        for (int i = 0; i < 60_000; i++) {
            String pattern = text(random, "aab/*?", 1 + random.nextInt(9))
                    .replace("/**", "/**/")
                    .replace("//", "/");
            String path = text(random, "aab/", 1 + random.nextInt(9)).replace("//", "/");
            boolean expected = regex(pattern).matcher("/" + path).matches();
            assertThat(new Glob(pattern).matches(path))
                    .as("%s on %s", pattern, path)
                    .isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isGreaterThan(1_000);
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /// Each segment of a path is written with a slash before it, so that `**` is any number of such.
    private static Pattern regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (String segment : glob.split("/", -1)) {
            if (segment.equals("**")) {
                regex.append("(?:/[^/]*)*");
            } else {
                regex.append('/');
                segment.chars()
                        .forEach(c -> regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Character.toString(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
