package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;

/// Every view on a telephone, a desk and a wide screen, by day and by night: nobody is kept out, nothing is cut off,
/// and whatever a contributor writes stays text. Pictures are left in `target/console`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleLooksTest {

    private static final Path PICTURES = Path.of("target", "console");

    /// What a contributor might try: markup, a script's address, a reordered line, a terminal's colours.
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>\\\"'</script><script>window.hacked=1</script>\\u202Egnp\\u001b[31mred";

    private static final SubmissionName ATTACK = Visitor.name("attack");
    private static final SubmissionName PROPOSED = Visitor.name("proposed");
    private static final SubmissionName UNLICENSED = Visitor.name("unlicensed");

    private Visitor visitor = Visitor.under("policy: provenance-gate/v1\nsecondOperator: [reject]\n");
    private Optional<Chromium> started = Optional.empty();

    @BeforeAll
    void submissionsAndABrowser(@TempDir Path profile) {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "the console is not looked at: there is no Chromium here");
        started = program.map(found -> Chromium.start(found, profile));
        visitor.submit(Visitor.name("accepted"), Visitor.GOOD);
        visitor.submit(UNLICENSED, Visitor.UNLICENSED);
        visitor.submit(
                ATTACK,
                Visitor.UNLICENSED
                        .replaceFirst("(?m)^  name: .*$", "  name: \"" + Matcher.quoteReplacement(HOSTILE) + "\"")
                        .replace("teachers: none\n", """
                        teachers:
                          - id: "%1$s"
                            provider: "%1$s"
                            model: "%1$s"
                            uses: [generated]
                            generationPeriod: { start: 2026-03-02, end: 2026-03-20 }
                            accessChannel: provider-api
                        """.formatted(HOSTILE)));
        visitor.put(
                ATTACK.keyOf("data/<b onclick=alert(1)>x.txt"),
                "I am Claude, made by Anthropic <script>window.hacked=1</script>\n",
                "");
        visitor.put(Visitor.name("waiting").keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
        visitor.settled(Visitor.name("accepted"), State.ACCEPTED);
        visitor.settled(UNLICENSED, State.QUARANTINED);
        visitor.settled(ATTACK, State.QUARANTINED);
        visitor.submit(PROPOSED, Visitor.UNLICENSED);
        visitor.settled(PROPOSED, State.QUARANTINED);
        say("/api/submissions/" + PROPOSED + "/reject", "{\"reason\": \"copied from a book\"}");
        say("/api/rescans", "{\"reason\": \"other terms\"}");
    }

    private void say(String path, String body) {
        assertThat(visitor.ask("POST", path, visitor.gate.ready().secondToken(), body)
                        .statusCode())
                .isIn(200, 202);
    }

    @AfterAll
    void stop() {
        started.ifPresent(Chromium::close);
        visitor.close();
    }

    /// Each view's address, and what is there when it is complete.
    private static Map<String, List<String>> views() {
        Map<String, List<String>> views = new TreeMap<>(Map.of(
                "queue", List.of("#/", ".cases tr + tr"),
                "case", List.of("#/submissions/" + UNLICENSED, ".frame"),
                "attack", List.of("#/submissions/" + ATTACK, ".lineage"),
                "waiting", List.of("#/submissions/" + Visitor.name("waiting"), "progress"),
                "overview", List.of("#/overview", ".columns"),
                "policy", List.of("#/policy", "#draft"),
                "rules", List.of("#/rules", "tbody tr"),
                "rule", List.of("#/rules/license-missing", "article p"),
                "nowhere", List.of("#/submissions/demo/nothing/r1", "main h1")));
        views.put("rescans", List.of("#/rescans", ".rescan"));
        views.put("proposal", List.of("#/submissions/" + PROPOSED, ".waits"));
        views.put("filtered", List.of("#/?code=file-missing&state=released", ".empty"));
        return views;
    }

    /// The same for a contributor.
    private static Map<String, List<String>> contributorsViews() {
        return new TreeMap<>(Map.of(
                "own-queue", List.of("#/", ".cases tr + tr"),
                "own-case", List.of("#/submissions/" + UNLICENSED, ".next ol"),
                "own-overview", List.of("#/overview", ".columns")));
    }

    @ParameterizedTest
    @CsvSource({"390, false", "390, true", "1280, false", "1280, true", "1920, false", "1920, true"})
    void everyViewIsOpenToEverybodyAtEverySize(int width, boolean dark) {
        try (Tab tab = started.orElseThrow().open()) {
            tab.size(width);
            tab.dark(dark);
            tab.go(visitor.gate.ready().console().toString());
            tab.until("document.activeElement.id === 'token'");
            look(tab, "sign-in", width, dark);
            enter(tab);
            look(tab, views(), width, dark);
            tab.run("location.hash = " + Tab.quoted("#/submissions/" + UNLICENSED) + "; 0");
            tab.click("#waive-0");
            tab.until("document.querySelector('dialog[open]')");
            look(tab, "dialog", width, dark);
            tab.press("Escape", 27);
            tab.click("#leave");
            enter(tab, visitor.gate.ready().contributorToken());
            look(tab, contributorsViews(), width, dark);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aHubThatHoldsNothingSaysSo() {
        try (Visitor nobody = Visitor.of(Optional.empty(), InstantSource.system());
                Tab tab = started.orElseThrow().open()) {
            tab.go(nobody.gate.ready().console() + "#token="
                    + nobody.gate.ready().token());
            tab.untilShown(".empty", "Nothing was uploaded yet.");
            look(
                    tab,
                    new TreeMap<>(Map.of(
                            "empty-queue", List.of("#/", ".empty"),
                            "empty-overview", List.of("#/overview", ".empty"),
                            "empty-rescans", List.of("#/rescans", ".empty"))),
                    1280,
                    false);
        }
    }

    private static void look(Tab tab, Map<String, List<String>> views, int width, boolean dark) {
        views.forEach((name, place) -> {
            tab.run("location.hash = " + Tab.quoted(place.getFirst()) + "; 0");
            tab.until("location.hash === " + Tab.quoted(place.getFirst())
                    + " && !document.querySelector('[aria-busy]') && document.querySelector("
                    + Tab.quoted(place.getLast()) + ")");
            look(tab, name, width, dark);
        });
    }

    private void enter(Tab tab) {
        enter(tab, visitor.gate.ready().token());
    }

    private void enter(Tab tab, String token) {
        tab.go(visitor.gate.ready().console() + "#token=" + token);
        tab.until("document.querySelector('.who')");
    }

    private static void look(Tab tab, String name, int width, boolean dark) {
        String picture = "%s-%d-%s.png".formatted(name, width, dark ? "dark" : "light");
        tab.picture(PICTURES.resolve(picture));
        assertThat(tab.barriers()).as(picture).isEmpty();
        assertThat(tab.isTooWide()).as(picture + " is wider than the window").isFalse();
    }

    @Test
    void aBarrierWouldBeFound() {
        try (Tab tab = started.orElseThrow().open()) {
            tab.go(visitor.gate.ready().console().toString());
            tab.until("document.activeElement.id === 'token'");
            tab.run("document.querySelector('label').remove(); 0");

            assertThat(tab.barriers()).anyMatch(barrier -> barrier.startsWith("label "));
        }
    }

    @Test
    void whateverAContributorWritesStaysText() {
        try (Tab tab = started.orElseThrow().open()) {
            enter(tab);
            tab.run("location.hash = " + Tab.quoted("#/submissions/" + ATTACK) + "; 0");
            tab.untilShown(".finding", "license-missing");
            tab.until("document.querySelector('.frame') && document.querySelector('.lineage')");

            assertThat(tab.is("window.hacked || document.querySelector('main img, main script, main b')"))
                    .isFalse();
            String text = tab.run("document.body.textContent").asString("");
            assertThat(text)
                    .contains(
                            "<img src=x onerror=alert(1)>", "<script>window.hacked=1</script>", "<b onclick=alert(1)>")
                    .doesNotContain("\u202e", "\u001b");
            assertThat(tab.complaints()).as("nothing had to be stopped").isEmpty();
        }
    }

    @Test
    void aScriptThatGotInWouldNotRun() {
        try (Tab tab = started.orElseThrow().open()) {
            tab.go(visitor.gate.ready().console().toString());
            tab.until("document.activeElement.id === 'token'");

            tab.run("const inline = document.createElement('script'); try { inline.textContent = 'window.hacked = 1'; }"
                    + " catch (stopped) { window.stopped = 1; } document.body.append(inline); 0");
            tab.run("try { document.body.insertAdjacentHTML('beforeend', '<p>'); } catch (stopped) {"
                    + " window.stoppedMarkup = 1; } 0");

            assertThat(tab.is("window.hacked")).isFalse();
            assertThat(tab.is("window.stopped && window.stoppedMarkup")).isTrue();
        }
    }
}
