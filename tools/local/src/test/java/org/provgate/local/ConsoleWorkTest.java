package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;

/// What operators do together and with many submissions: second opinions, rescans, long lists, lineage.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleWorkTest {

    private static final int TAB = 9;
    private static final int ENTER = 13;

    /// More than one page of the list.
    private static final int MANY = 120;

    private final Visitor visitor = Visitor.under("policy: provenance-gate/v1\nname: two\nsecondOperator: [reject]\n");
    private Optional<Chromium> started = Optional.empty();

    @BeforeAll
    void aBrowser(@TempDir Path profile) {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "the operators' work is skipped: there is no Chromium here");
        started = program.map(found -> Chromium.start(found, profile));
    }

    @AfterAll
    void stop() {
        started.ifPresent(Chromium::close);
        visitor.close();
    }

    private Tab tab(String token, String place) {
        Tab tab = started.orElseThrow().open();
        tab.go(visitor.gate.ready().console() + "#token=" + token);
        tab.until("document.querySelector('.chip .number')");
        tab.run("location.hash = " + Tab.quoted(place) + "; 0");
        return tab;
    }

    private SubmissionName quarantined(String dataset) {
        SubmissionName name = Visitor.name(dataset);
        visitor.submit(name, Visitor.UNLICENSED);
        visitor.settled(name, State.QUARANTINED);
        return name;
    }

    @Test
    void aRejectionIsConfirmedByAnotherOperator() {
        SubmissionName name = quarantined("two");
        String place = "#/submissions/" + name;
        try (Tab first = tab(visitor.gate.ready().token(), place)) {
            first.click("#do-reject");
            first.until("document.activeElement.id === 'field-reason'");
            first.type("copied from a book");
            first.clickText("dialog .button", "Reject");
            first.untilShown("#said", "waits for a second operator");
            first.untilShown(".waits", "Your ruling waits for a second operator");
            first.untilShown(".story li", "Rejection proposed");
            assertThat(first.is("document.getElementById('do-confirm')"))
                    .as("nobody confirms their own")
                    .isFalse();
            assertThat(first.complaints()).isEmpty();
        }
        assertThat(visitor.gate.ledger().submission(name).orElseThrow().state()).isEqualTo(State.QUARANTINED);

        try (Tab contributor = tab(visitor.gate.ready().contributorToken(), place)) {
            contributor.untilShown(".case-head .pill", "quarantined");
            assertThat(contributor.text("main")).doesNotContain("copied from a book", "second operator");
        }
        try (Tab second = tab(visitor.gate.ready().secondToken(), "#/")) {
            second.until("document.getElementById('chip-proposed')");
            second.click("#chip-proposed");
            second.clickText(".cases a", "two");
            second.untilShown(".waits", "operator proposes a rejection");
            second.untilShown(".waits blockquote", "copied from a book");
            second.click("#do-confirm");
            second.clickText("dialog .button", "Confirm");
            visitor.settled(name, State.REJECTED);
            second.untilShown(".case-head .pill", "rejected");
            second.untilShown(".story li", "Confirms what was proposed as act 1");
            second.until("!document.querySelector('.waits')");
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void aProposalIsTakenBackByWhoMadeIt() {
        SubmissionName name = quarantined("hasty");
        try (Tab tab = tab(visitor.gate.ready().token(), "#/submissions/" + name)) {
            tab.click("#do-reject");
            tab.until("document.activeElement.id === 'field-reason'");
            tab.type("spam");
            tab.clickText("dialog .button", "Reject");
            tab.clickText(".waits .button", "Take it back");
            tab.until("document.activeElement.id === 'field-reason'");
            tab.type("a mistake");
            tab.clickText("dialog .button", "Take it back");
            tab.until("!document.querySelector('.waits')");
            tab.untilShown(".story li", "a mistake");
            assertThat(tab.complaints()).isEmpty();
        }
        assertThat(visitor.gate
                        .ledger()
                        .submission(name)
                        .orElseThrow()
                        .rulings()
                        .proposal())
                .isZero();
    }

    @Test
    void aRescanIsBegunWithAReasonAndFollowedToItsEnd() {
        quarantined("rescanned");
        try (Tab tab = tab(visitor.gate.ready().token(), "#/rescans")) {
            tab.untilShown("#begin-rescan", "The hub holds about");
            tab.click("#begin");
            assertThat(tab.is("document.activeElement.id === 'rescan-reason'"))
                    .as("a reason is demanded")
                    .isTrue();
            tab.type("the terms of a provider are others");
            tab.run("document.getElementById('scope').value = 'rule';"
                    + " document.getElementById('scope').dispatchEvent(new Event('change')); 0");
            tab.run("document.getElementById('scope-name').focus(); 0");
            tab.type("license-missing");
            tab.click("#begin");
            tab.untilShown("#run", "license-missing");
            tab.untilShown(".rescan .pill", "finished");
            tab.untilShown(".story li", "the terms of a provider are others");
            tab.clickText("summary", "Part by part");
            tab.untilShown("#parts tbody tr", "yes");
            tab.until("document.getElementById('begin-rescan')");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aLongListIsTurnedPageByPageWithTheKeyboard() {
        IntStream.range(0, MANY)
                .forEach(i ->
                        visitor.put(Visitor.name("many%03d".formatted(i)).keyOf(Visitor.MANIFEST), Visitor.GOOD, ""));
        visitor.when(Visitor.name("many%03d".formatted(MANY - 1)), record -> record.state() == State.RECEIVING);
        visitor.when(Visitor.name("many000"), record -> record.state() == State.RECEIVING);
        try (Tab tab = tab(visitor.gate.ready().token(), "#/?state=receiving")) {
            tab.until("document.querySelectorAll('.cases tbody tr').length === 100");
            tab.run("document.getElementById('next-page').focus(); 0");
            tab.press("Enter", ENTER);
            tab.until("location.hash.includes('cursor=') && document.querySelectorAll('.cases tbody tr').length >= 20"
                    + " && document.querySelectorAll('.cases tbody tr').length < 100");
            tab.untilShown(".cases", "many119");
            tab.clickText(".pages .button", "Back");
            tab.until("document.querySelectorAll('.cases tbody tr').length === 100");
            tab.run("document.querySelector('.cases a').focus(); 0");
            tab.press("Tab", TAB);
            assertThat(tab.is("document.activeElement.matches('.cases a')")).isTrue();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void theLineageIsDrawnAndLeadsOn() {
        SubmissionName from = quarantined("spring");
        SubmissionName made = Visitor.name("almanac");
        visitor.submit(made, Visitor.GOOD.replaceFirst("(?m)^sources:.*\n", """
                sources:
                  - id: spring
                    type: dataset
                    name: Spring
                    version: "1"
                    uri: s3://dataset/%s/
                    license: CC-BY-4.0
                    rightsBasis: license
                    collectionPeriod: { start: 2026-02, end: 2026-04 }
                """.formatted(from)));
        visitor.when(made, record -> record.verdict() > 0 && record.placed() == record.verdict());
        try (Tab tab = tab(visitor.gate.ready().token(), "#/submissions/" + made)) {
            tab.until("document.querySelector('.lineage .is-submission')");
            tab.clickText("#lineage-list summary", "The same as a list");
            tab.untilShown("#lineage-list li", "spring");
            tab.click(".lineage a");
            tab.until("location.hash.endsWith('/spring/r1')");
            tab.until("document.querySelector('.lineage a')");
            tab.clickText("#lineage-list summary", "The same as a list");
            tab.untilShown("#lineage-list li", "almanac");
            assertThat(tab.complaints()).isEmpty();
        }
    }
}
