package org.provgate.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.verdict.Verdict;

class HtmlReportTest {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*>");
    private static final Set<String> ALONE = Set.of("meta");

    private static String written(Verdict verdict) {
        return Samples.written(new HtmlReport(), verdict, Samples.context().linkingTo("https://example.org/rules/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' style='x",
                "</title></style></pre><img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#x202e;",
                "\u202e\u0000\u001b[2J\ud800]]>"
            })
    void nothingOfAContributorIsMarkup(String poison) {
        Verdict verdict = Samples.poisoned(poison);
        String html = Samples.written(
                new HtmlReport(), verdict, Samples.context().showing((file, line) -> Optional.of(poison)));

        assertThat(unbalanced(html)).isEmpty();
        assertThat(html).contains(Xml.escaped("message " + poison));
        assertThat(html.codePoints().filter(point -> point != '\n').filter(Printable::steers))
                .isEmpty();
        Matcher tag = TAG.matcher(body(html));
        while (tag.find()) {
            assertThat(tag.group(3)).doesNotContain("onmouseover=").doesNotContain("onerror=");
            assertThat(tag.group(2)).isNotIn("script", "img");
        }
    }

    @Test
    void thePageFetchesAndRunsNothing() throws NoSuchAlgorithmException {
        String html = written(Samples.quarantined());
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(html)
                .contains("content=\"default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none';")
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<link")
                .doesNotContain(" style=");
        assertThat(style).doesNotContain("url(").doesNotContain("@import").doesNotContain("<");
        assertThat(unbalanced(html)).isEmpty();
    }

    @Test
    void thePageShowsFindingsEvidenceTermsAndCoverage() {
        assertThat(body(written(Samples.quarantined())))
                .contains("<span class=\"outcome\">quarantined</span>")
                .contains("href=\"https://example.org/rules/teacher-undeclared.md\">teacher-undeclared</a>")
                .contains("<blockquote>I am Claude, made by Anthropic</blockquote>")
                .contains("    6 | </span>    model: gpt-4-0613\n")
                .contains("7 more of declaration-unused")
                .contains("agreed on the telephone")
                .contains("OpenAI Terms of Use, 2(c)(iii), edition 2023-03-14</a> "
                        + "(prohibited-competing, api, clause read)")
                .contains("2 of 3 files were not looked into in full.")
                .contains("<span>1,234</span>");
    }

    @Test
    void anAuditingPolicyIsSaidToAudit() {
        assertThat(written(Samples.accepted())).contains(Wording.ONLY_AUDITS);
        assertThat(written(Samples.quarantined())).doesNotContain(Wording.ONLY_AUDITS);
    }

    @Test
    void onlyAddressesOfTheWebBecomeLinks() throws IOException {
        StringBuilder out = new StringBuilder();
        new Html(out).link("javascript:alert(1)", "a").link("https://example.org/?a=1&b", "c");

        assertThat(out).hasToString("a<a rel=\"noreferrer\" href=\"https://example.org/?a=1&amp;b\">c</a>");
    }

    private static String body(String html) {
        return html.substring(html.indexOf("<body>"));
    }

    /// The first tag that does not close what was opened last; empty when all do.
    private static String unbalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        String markup = html.replace("<!doctype html>", "").replaceAll("(?s)<style>.*?</style>", "");
        assertThat(TAG.matcher(markup).replaceAll("")).doesNotContain("<").doesNotContain(">");
        Matcher tag = TAG.matcher(markup);
        while (tag.find()) {
            String name = tag.group(2);
            if (tag.group(1).isEmpty()) {
                if (!ALONE.contains(name)) {
                    open.push(name);
                }
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                return name + " at " + tag.start();
            }
        }
        return String.join(" ", open);
    }
}
