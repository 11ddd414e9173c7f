package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;

/// What an operator and a contributor do in the console, from the queue to the outcome.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleStoryTest {

    private static final int ENTER = 13;
    private static final int ESCAPE = 27;
    private static final int TAB = 9;

    private Visitor visitor = Visitor.of(Optional.empty(), InstantSource.system());
    private Optional<Chromium> started = Optional.empty();

    @BeforeAll
    void aBrowser(@TempDir Path profile) {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "the console's stories are skipped: there is no Chromium here");
        started = program.map(found -> Chromium.start(found, profile));
    }

    @AfterAll
    void stop() {
        started.ifPresent(Chromium::close);
        visitor.close();
    }

    private Tab tab() {
        return started.orElseThrow().open();
    }

    private String operator(String place) {
        return visitor.gate.ready().console() + "#token=" + visitor.gate.ready().token() + place;
    }

    private void enter(Tab tab, String token) {
        tab.go(visitor.gate.ready().console().toString());
        tab.until("document.activeElement.id === 'token'");
        tab.type(token);
        tab.press("Enter", ENTER);
        tab.until("document.querySelector('.chip .number')");
    }

    private static void view(Tab tab, String place) {
        tab.run("location.hash = " + Tab.quoted(place) + "; 0");
    }

    private SubmissionName quarantined(String dataset) {
        SubmissionName name = Visitor.name(dataset);
        visitor.submit(name, Visitor.UNLICENSED);
        visitor.settled(name, State.QUARANTINED);
        return name;
    }

    @Test
    void theAddressOfACaseInAMailAsksForATokenAndThenShowsTheCase() {
        SubmissionName name = quarantined("mailed");
        try (Tab tab = tab()) {
            tab.go(visitor.gate.ready().console() + "#/submissions/" + name);
            tab.until("document.activeElement.id === 'token'");
            tab.type(visitor.gate.ready().contributorToken());
            tab.press("Enter", ENTER);
            tab.untilShown(".finding", "license-missing");
            assertThat(tab.text("h1")).isEqualTo(name.toString());
        }
    }

    @Test
    void aSignInPageMayHandBackAnAccessToken() {
        try (Tab tab = tab()) {
            tab.go(visitor.gate.ready().console() + "#id_token=x&token_type=Bearer&access_token="
                    + visitor.gate.ready().token());
            tab.until("document.querySelector('.who')");
            assertThat(tab.text("#top")).contains("operator");
            assertThat(tab.run("location.href").asString("")).doesNotContain("token");
        }
    }

    @Test
    void anOperatorFindsACaseAndReleasesItAndRejectsItWithReasons() {
        SubmissionName name = quarantined("story");
        try (Tab tab = tab()) {
            tab.go(operator(""));
            tab.until("document.querySelector('h1')?.innerText === 'Queue'");
            assertThat(tab.text("#top")).contains("operator", "may release, reject, waive");
            assertThat(tab.run("location.href").asString("")).doesNotContain("token");

            tab.clickText(".chip", "quarantined");
            tab.until("location.hash.includes('state=quarantined')");
            tab.clickText(".cases a", "story");
            tab.untilShown(".finding", "license-missing");
            tab.untilShown(".frame .here", "dataset:");
            tab.clickText(".finding summary", "Why this matters");
            tab.until("document.querySelector('.finding details[open] p')?.innerText.length > 20");

            tab.click("#do-release");
            tab.until("document.activeElement.id === 'field-reason'");
            tab.press("Enter", ENTER);
            tab.type("checked by hand <b>");
            tab.clickText("dialog .button", "Release");
            tab.until("!document.querySelector('dialog')");
            visitor.settled(name, State.RELEASED);
            tab.untilShown(".case-head .pill", "released");
            tab.untilShown(".story li", "checked by hand <b>");
            tab.until("document.activeElement.id === 'do-release'");

            tab.click("#do-reject");
            tab.clickText("dialog .button", "Reject");
            assertThat(tab.is("document.querySelector('dialog[open]')"))
                    .as("a reason is demanded")
                    .isTrue();
            tab.type("spam after all");
            tab.clickText("dialog .button", "Reject");
            visitor.settled(name, State.REJECTED);
            tab.untilShown(".case-head .pill", "rejected");

            tab.click("#do-recheck");
            tab.clickText("dialog .button", "Decide again");
            visitor.settled(name, State.QUARANTINED);
            tab.untilShown(".case-head .pill", "quarantined");
            assertThat(tab.complaints()).isEmpty();
        }
        assertThat(visitor.gate.ledger().acts(name))
                .hasSize(3)
                .allSatisfy(act -> assertThat(act.by()).isEqualTo("operator"));
    }

    @Test
    void anOperatorWaivesAFindingFromItsCard() {
        SubmissionName name = quarantined("excused");
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            view(tab, "#/submissions/" + name);
            tab.click("#waive-0");
            tab.until("document.activeElement.id === 'field-reason'");
            tab.type("public domain");
            tab.clickText("dialog .button", "Waive");

            visitor.settled(name, State.ACCEPTED, 2);
            tab.untilShown(".case-head .pill", "accepted");
            tab.untilShown("#waived", "1 finding waived");
            tab.untilShown(".story li", "public domain");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aContributorIsToldWhatToDoAppealsAndSeesTheMendedManifestLetItIn() {
        SubmissionName name = quarantined("own");
        visitor.submit(new SubmissionName("somebody", "else", "r1"), Visitor.GOOD);
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().contributorToken());
            assertThat(tab.text("h1")).isEqualTo("Your submissions");
            assertThat(tab.text("#top"))
                    .contains("demo", "contributor", "may upload, appeal")
                    .doesNotContain("Policy");
            assertThat(tab.text("main")).doesNotContain("somebody");

            tab.clickText(".cases a", "own");
            tab.untilShown(".next", "What to do next");
            tab.untilShown(".next li", "Upload the manifest alone");
            assertThat(tab.text("main")).doesNotContain("Waive", "Release");

            tab.click("#appeal-0");
            tab.until("document.activeElement.id === 'field-message'");
            tab.type("The licence is in the README.");
            tab.clickText("dialog .button", "Send the appeal");
            tab.untilShown(".case-head .pill", "appealed");
            tab.untilShown(".story li", "The licence is in the README.");

            visitor.put(name.keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
            visitor.settled(name, State.ACCEPTED);
            tab.untilShown(".case-head .pill", "accepted");
            tab.untilShown(".next", "Nothing; readers are let in.");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void anAppealIsFoundInTheQueue() {
        SubmissionName name = quarantined("appealed");
        visitor.ask(
                "POST",
                "/api/submissions/" + name + "/appeal",
                visitor.gate.ready().contributorToken(),
                "{\"message\": \"look again\"}");
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            tab.click("#chip-appealed");
            tab.untilShown(".cases", "appealed");
            tab.clickText(".cases a", "appealed");
            tab.untilShown(".next", "The contributor appeals");
        }
    }

    @Test
    void whatIsAwaitedIsShownAsItArrives() {
        SubmissionName name = Visitor.name("arriving");
        visitor.put(name.keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
        visitor.when(name, record -> record.progress().expected() == 2);
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().contributorToken());
            view(tab, "#/submissions/" + name);
            tab.untilShown(".progress", "1 of 2 objects arrived");
            tab.clickText("summary", "1 object is awaited");
            tab.untilShown(".paths", Visitor.ROWS);

            visitor.put(name.keyOf(Visitor.ROWS), Example.BASE_TEXT, "");
            tab.untilShown(".case-head .pill", "accepted");
            tab.untilShown(".progress", "2 of 2 objects arrived");
        }
    }

    @Test
    void aPolicyIsPreviewedBeforeItIsPutInForce() {
        SubmissionName name = quarantined("previewed");
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            view(tab, "#/policy");
            tab.until("document.getElementById('draft')?.value.includes('policy: provenance-gate/v1')");

            tab.run("document.getElementById('draft').value ="
                    + " 'policy: provenance-gate/v1\\nname: mild\\nrules:\\n  license-missing: {severity: off}\\n'; 0");
            tab.click("#preview");
            tab.untilShown("#result .summary", "would flip");
            tab.untilShown("#result tr", name.dataset());
            tab.untilShown("#result tr", "license-missing");

            tab.run("document.getElementById('draft').value = 'policy: provenance-gate/v1\\nnam: x\\n'; 0");
            tab.click("#preview");
            tab.untilShown("#result li", "policy.yaml:2:1");
            assertThat(tab.complaints()).isEmpty();
        }
        assertThat(visitor.gate.ledger().submission(name).orElseThrow().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        SubmissionName name = quarantined("keys");
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            view(tab, "#/submissions/" + name);
            tab.until("document.getElementById('do-release')");
            tab.run("document.querySelector('.skip').focus(); 0");
            for (int i = 0; i < 60 && !tab.is("document.activeElement.id === 'do-release'"); i++) {
                tab.press("Tab", TAB);
            }
            tab.press("Enter", ENTER);
            tab.until("document.activeElement.id === 'field-reason'");
            tab.press("Escape", ESCAPE);
            tab.until("!document.querySelector('dialog')");
            tab.until("document.activeElement.id === 'do-release'");
        }
        assertThat(visitor.gate.ledger().acts(name)).isEmpty();
    }

    @Test
    void aTokenThatNobodyKnowsEndsAtTheSignIn() {
        try (Tab tab = tab()) {
            tab.go(visitor.gate.ready().console() + "#token=wrong");
            tab.untilShown("[role=alert]", "The token is not known here");
            assertThat(tab.run("sessionStorage.length").intValue()).isZero();
        }
    }

    @Test
    void theTabRemembersTheTokenAndNothingElseUntilSomebodySignsOut() {
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            assertThat(tab.run("[...Object.keys(sessionStorage), ...Object.keys(localStorage), document.cookie].join()")
                            .asString(""))
                    .isEqualTo("token,");
            tab.click("#leave");
            tab.until("document.activeElement.id === 'token'");
            assertThat(tab.run("sessionStorage.length").intValue()).isZero();
            assertThat(tab.text("body")).doesNotContain("quarantined");
        }
    }

    @Test
    void theReportIsSavedInEachForm() {
        SubmissionName name = quarantined("reported");
        try (Tab tab = tab()) {
            enter(tab, visitor.gate.ready().token());
            view(tab, "#/submissions/" + name);
            for (String form : List.of("json", "html", "sarif")) {
                tab.click("#report-" + form);
                tab.untilShown("#said", "demo-reported-r1." + form);
            }
            assertThat(tab.complaints()).isEmpty();
        }
    }
}
