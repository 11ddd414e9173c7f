package org.provgate.formats.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private static final String CONSOLE = "https://gate.example";

    /// A header, a second mail, a chat's mention, a reordered line, a terminal's colours.
    private static final String HOSTILE =
            "a\r\nBcc: everybody@example.org\r\n\r\n<script>x</script> <!channel> \u202egnp\u001b[31m =?UTF-8?B?QQ==?=";

    private static String event(String kind, String submission) {
        return """
                {"detail-type": %s, "detail": {"id": "%s/3", "submission": %s, "verdict": 3, "outcome": "quarantined",
                "cause": "terms", "at": "2026-11-24T12:00:00Z"}}""".formatted(quoted(kind), "jane/harbour/r1", quoted(submission));
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static News news(String kind, String submission, Optional<String> report) {
        return ((News.Reading.Read) News.read(event(kind, submission), report)).news();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SubmissionAccepted    | jane/harbour/r1 is accepted                | Readers are let in.
                    SubmissionQuarantined | jane/harbour/r1 is quarantined             | upload it alone
                    SubmissionReleased    | jane/harbour/r1 is released by an operator | for a time
                    SubmissionRejected    | jane/harbour/r1 is rejected by an operator | you can appeal
                    VerdictChanged        | jane/harbour/r1 is quarantined now         | a provider's terms has changed
                    """)
    void eachChangeIsToldInItsWords(String kind, String line, String meaning) {
        News news = news(kind, "jane/harbour/r1", Optional.empty());
        Mail mail = Mail.of(news, CONSOLE);
        JsonNode payload = JsonMapper.shared().readTree(Webhook.payload(news, CONSOLE));

        assertThat(mail.subject()).isEqualTo("[provgate] " + line);
        assertThat(mail.text())
                .startsWith(line + ".\n")
                .contains(meaning, "https://gate.example/#/submissions/jane/harbour/r1\n");
        assertThat(payload.path("event").asString()).isEqualTo(kind);
        assertThat(payload.path("text").asString()).isEqualTo(line);
        assertThat(payload.path("address").asString()).endsWith("/#/submissions/jane/harbour/r1");
    }

    @Test
    void aRescanIsToldWithItsCounts() {
        News news = ((News.Reading.Read) News.read("""
                        {"detail-type": "RescanFinished", "detail": {"id": "20261124", "at": "2026-11-24T03:00:00Z",
                        "looked": 900, "changed": 12, "flipped": 3, "damaged": 1}}""", Optional.empty())).news();

        assertThat(Mail.of(news, CONSOLE).subject()).contains("900 submissions", "3 have another outcome");
        assertThat(JsonMapper.shared()
                        .readTree(Webhook.payload(news, CONSOLE))
                        .path("flipped")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatWasFoundIsListed() {
        String report = """
                {"findings": [{"code": "license-missing", "severity": "error"},
                {"code": "declaration-unused", "severity": "warning"}]}""";
        News news = news("SubmissionQuarantined", "jane/harbour/r1", Optional.of(report));

        assertThat(Mail.of(news, CONSOLE).text())
                .contains("  * license-missing\n  * declaration-unused (does not keep it out)\n");
        assertThat(JsonMapper.shared().readTree(Webhook.payload(news, CONSOLE)).path("errors").values().stream()
                        .map(JsonNode::asString))
                .containsExactly("license-missing");
    }

    @Test
    void aHostileNameAddsNoHeaderAndNoLine() {
        Mail hostile = Mail.of(news("SubmissionAccepted", HOSTILE, Optional.empty()), CONSOLE);
        Mail harmless = Mail.of(news("SubmissionAccepted", "a", Optional.empty()), CONSOLE);

        List<String> head =
                hostile.message().lines().takeWhile(line -> !line.isEmpty()).toList();
        assertThat(head).noneMatch(line -> line.startsWith("Bcc")).allMatch(line -> line.length() <= 998);
        assertThat(head.stream().filter(line -> !line.startsWith(" ")))
                .hasSameSizeAs(harmless.message()
                        .lines()
                        .takeWhile(line -> !line.isEmpty())
                        .toList());
        assertThat(hostile.text().lines()).hasSameSizeAs(harmless.text().lines().toList());
        assertThat(hostile.message()).doesNotContain("\r", "\u202e", "\u001b").isNotEqualTo(harmless.message());
        assertThat(hostile.text()).contains("/#/submissions/a%0D%0ABcc%3A%20everybody%40example.org");
    }

    @Test
    void aLongForeignSubjectIsFoldedIntoWords() {
        Mail mail = Mail.of(news("SubmissionAccepted", "ø".repeat(300), Optional.empty()), CONSOLE);

        List<String> subject = mail.message()
                .lines()
                .takeWhile(line -> !line.startsWith("MIME"))
                .toList();
        assertThat(subject).hasSizeGreaterThan(2).allMatch(line -> line.strip().length() <= 84);
        assertThat(subject.stream().skip(1)).allMatch(line -> line.startsWith(" =?UTF-8?B?"));
    }

    @Test
    void aHostileNameIsNoMarkupInAChat() {
        String payload = Webhook.payload(news("SubmissionAccepted", HOSTILE, Optional.empty()), CONSOLE);

        assertThat(JsonMapper.shared().readTree(payload).path("text").asString())
                .contains("&lt;!channel&gt;", "&lt;script&gt;")
                .doesNotContain("<", ">", "\n", "\u001b");
        assertThat(payload).doesNotContain("\u202e", "\u001b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [                                                     | JSON
                    {}                                                    | detail
                    {"detail-type": "SubmissionAccepted", "detail": "no"} | detail
                    {"detail-type": "Weather", "detail": {}}              | no "Weather"
                    """)
    void whatIsNoEventIsASentence(String event, String sentence) {
        assertThat(News.read(event, Optional.empty()))
                .asInstanceOf(type(News.Reading.Unfit.class))
                .satisfies(unfit -> assertThat(unfit.sentence()).contains(sentence));
    }
}
