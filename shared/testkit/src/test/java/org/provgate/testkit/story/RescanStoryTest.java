package org.provgate.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.story.RescanWorld.GOOD;
import static org.provgate.testkit.story.RescanWorld.UNLICENSED;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.story.RescanWorld.DeathException;
import org.provgate.usecases.ledger.Act;
import org.provgate.usecases.ledger.Cause;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.Noted;
import org.provgate.usecases.ledger.Run;
import org.provgate.usecases.ledger.Run.Limits;
import org.provgate.usecases.ledger.Run.Stage;
import org.provgate.usecases.ledger.Said;
import org.provgate.usecases.ledger.Scope;
import org.provgate.usecases.port.Announcements;
import org.provgate.usecases.preview.Flip;
import org.provgate.usecases.rescan.ConductRescan;
import org.provgate.usecases.rescan.ConductRescan.Planned;
import org.provgate.usecases.rescan.WorkSegment.Worked;

/// Everything is decided again: completely, once, and no more than is new.
class RescanStoryTest {

    private static final Said.Asker OLGA = new Said.Asker("olga", "for the test", Act.Request.none());

    private static final String STRICT = """
        policy: provenance-gate/v1
        name: strict
        licenses:
          forbidden: ["ODbL-1.0"]
        """;

    private static final String SHIPPED = "policy: provenance-gate/v1\nname: hub-default\n";

    private static final String OPEN = GOOD.replaceFirst("license: CC-BY-4.0", "license: ODbL-1.0");

    private static final int HUB = 130;

    private final RescanWorld world = new RescanWorld();

    /// Every thirteenth submission is under a licence that a strict hub forbids.
    private void hub() {
        world.policy(SHIPPED);
        for (int i = 0; i < HUB; i++) {
            world.submit("ada/tides%03d/r1".formatted(i), i % 13 == 0 ? OPEN : GOOD);
        }
    }

    private static List<String> ids(List<Flip> flips) {
        return flips.stream().map(Flip::id).sorted().toList();
    }

    private List<String> notedAs(Run run, Noted.Kind kind) {
        return IntStream.range(0, run.segments())
                .boxed()
                .flatMap(segment -> world.runs.noted(run.id(), segment, "", 10_000).items().stream())
                .filter(noted -> noted.kind() == kind)
                .map(Noted::subject)
                .sorted()
                .toList();
    }

    @Test
    void aRescanFlipsExactlyThoseThatThePreviewNamed() {
        hub();
        SortedMap<String, String> before = world.reports();
        List<String> previewed = ids(world.preview(STRICT));
        assertThat(previewed).hasSize(HUB / 13);

        world.policy(STRICT);
        Run tightened = world.run(new Scope.All());
        world.place();

        assertThat(tightened.stage()).isEqualTo(Stage.FINISHED);
        assertThat(tightened.totals()).isEqualTo(new Run.Totals(HUB, 0, 10, 10, 10, 0));
        assertThat(notedAs(tightened, Noted.Kind.FLIPPED)).isEqualTo(previewed);
        assertThat(world.verdict(previewed.getFirst()).cause()).isEqualTo(Cause.POLICY);
        assertThat(world.verdicts()).as("only what changed was written").isEqualTo(HUB + 10);
        assertThat(world.announced.stream()
                        .filter(told -> told.kind() == Announcements.Kind.VERDICT_CHANGED)
                        .map(told -> told.submission() + " " + told.cause())
                        .sorted())
                .isEqualTo(previewed.stream().map(id -> id + " POLICY").toList());

        world.later(Duration.ofMinutes(1));
        world.policy(SHIPPED);
        Run loosened = world.run(new Scope.All());

        assertThat(loosened.totals().flipped()).isEqualTo(10);
        assertThat(world.reports()).isEqualTo(before);
        assertThat(world.finished).hasSize(2);
    }

    @Test
    void aRunThatIsKilledAnywhereIsTakenUpWhereItStood() {
        for (int calls = 1; calls < 40; calls += 3) {
            RescanWorld fresh = new RescanWorld();
            fresh.policy(SHIPPED);
            for (int i = 0; i < 30; i++) {
                fresh.submit("ada/tides%03d/r1".formatted(i), i % 13 == 0 ? OPEN : GOOD);
            }
            fresh.policy(STRICT);
            fresh.dieAfter(calls);
            boolean died = false;
            try {
                fresh.run(new Scope.All());
            } catch (DeathException killed) {
                died = true;
            }
            fresh.dieAfter(Integer.MAX_VALUE);
            fresh.later(ConductRescan.LEASE.plusMinutes(1));

            Run ended = died && fresh.runs.latest().map(Run::over).orElse(false)
                    ? fresh.runs.latest().orElseThrow()
                    : fresh.run(new Scope.All());

            assertThat(ended.stage()).as("killed after %s calls", calls).isEqualTo(Stage.FINISHED);
            assertThat(ended.totals().flipped() == 3 || !died)
                    .as("after %s calls", calls)
                    .isTrue();
            assertThat(fresh.verdicts()).as("killed after %s calls", calls).isEqualTo(33);
        }
    }

    @Test
    void twoRunsNeverOverlap() {
        hub();
        Planned first = world.conductor().plan(new Scope.All(), Limits.standard());
        assertThat(first).isInstanceOf(Planned.Ready.class);

        assertThat(world.conductor().plan(new Scope.All(), Limits.standard())).isInstanceOf(Planned.Busy.class);
        world.later(ConductRescan.LEASE.plusMinutes(1));
        Planned taken = world.conductor().plan(new Scope.All(), Limits.standard());

        assertThat(taken).isInstanceOf(Planned.Ready.class).isEqualTo(first);
    }

    @Test
    void whereTooManyWouldFlipNothingIsWrittenUntilSomebodyConfirms() {
        hub();
        world.policy(STRICT.replace("ODbL-1.0", "CC-BY-4.0"));
        long before = world.verdicts();

        Run asking = world.run(new Scope.All());

        assertThat(asking.stage()).isEqualTo(Stage.ASKING);
        assertThat(asking.totals().flipped()).isEqualTo(HUB - 10);
        assertThat(world.verdicts()).isEqualTo(before);
        assertThat(world.conductor().plan(new Scope.All(), Limits.standard())).isInstanceOf(Planned.Busy.class);

        world.conductor().steer(asking.id(), ConductRescan.Word.CONFIRM, OLGA);
        Run written = world.lead(world.conductor().takeUp(asking.id()).orElseThrow());

        assertThat(written.stage()).isEqualTo(Stage.FINISHED);
        assertThat(world.verdicts()).isEqualTo(before + HUB - 10);
    }

    @Test
    void aPausedRunRestsAndAStoppedOneIsOver() {
        hub();
        world.policy(STRICT);
        Planned.Ready ready = (Planned.Ready) world.conductor().plan(new Scope.All(), Limits.standard());
        String id = ready.run().id();

        world.conductor().steer(id, ConductRescan.Word.PAUSE, OLGA);
        assertThat(world.worker().work(id, 0, () -> true)).isEqualTo(Worked.ENOUGH);
        world.later(Duration.ofDays(1));
        assertThat(world.conductor().plan(new Scope.All(), Limits.standard())).isInstanceOf(Planned.Busy.class);

        world.conductor().steer(id, ConductRescan.Word.RESUME, OLGA);
        assertThat(world.lead(world.conductor().takeUp(id).orElseThrow()).stage())
                .isEqualTo(Stage.FINISHED);
        assertThat(world.conductor().steer(id, ConductRescan.Word.STOP, OLGA)).isEmpty();
    }

    @Test
    void onlyWhatIsAffectedIsLookedAt() {
        hub();
        world.policy(STRICT);

        Run run = world.run(new Scope.Affected(Mark.of(Mark.Kind.LICENSE, "odbl-1.0")));

        assertThat(run.stage()).isEqualTo(Stage.ASKING);
        assertThat(run.totals().looked()).isEqualTo(HUB / 13);
        assertThat(run.totals().flipped()).isEqualTo(HUB / 13);
    }

    @Test
    void whatIsDamagedIsReportedPassedOverAndCounted() {
        hub();
        world.policy(STRICT);
        world.ledger.damage(SubmissionName.parse("ada/tides001/r1").orElseThrow());

        Run run = world.run(new Scope.All());

        assertThat(run.stage()).isEqualTo(Stage.FINISHED);
        assertThat(run.totals()).isEqualTo(new Run.Totals(HUB - 1, 0, 10, 10, 10, 1));
        assertThat(notedAs(run, Noted.Kind.DAMAGED)).containsExactly("ada/tides001/r1");
    }

    @Test
    void aWaiverThatEndsQuarantinesOnTheNextRunAndSaysWhy() {
        world.submit("ada/notes/r1", UNLICENSED);
        world.ledger.waive(
                SubmissionName.parse("ada/notes/r1").orElseThrow(),
                new Waiver(
                        new RuleCode("license-missing"),
                        "ada/notes",
                        "dataset:Harbour phrasebook",
                        "on its way",
                        "grace",
                        LocalDate.of(2026, 11, 30)));
        world.settle();
        assertThat(world.verdict("ada/notes/r1").outcome()).isEqualTo("accepted");

        world.later(Duration.ofDays(5));
        assertThat(world.run(new Scope.All()).totals().changed()).isZero();
        world.later(Duration.ofDays(2));
        Run run = world.run(new Scope.All());
        assertThat(run.stage()).as("one of one is more than the limit").isEqualTo(Stage.ASKING);
        world.conductor().steer(run.id(), ConductRescan.Word.CONFIRM, OLGA);
        world.lead(world.conductor().takeUp(run.id()).orElseThrow());

        assertThat(world.verdict("ada/notes/r1").outcome()).isEqualTo("quarantined");
        assertThat(world.verdict("ada/notes/r1").cause()).isEqualTo(Cause.WAIVER);
    }

    @Test
    void whatCostsTooMuchDoesNotBegin() {
        hub();

        assertThat(world.conductor().plan(new Scope.All(), new Limits(10, 0))).isInstanceOf(Planned.TooDear.class);
        assertThat(world.runs.latest()).isEmpty();
    }

    @Test
    void aPolicyThatChangesUnderARunEndsIt() {
        hub();
        Planned.Ready ready = (Planned.Ready) world.conductor().plan(new Scope.All(), Limits.standard());

        world.policy(STRICT);

        assertThat(world.worker().work(ready.run().id(), 0, () -> true)).isEqualTo(Worked.OUTDATED);
        world.later(Duration.ofMinutes(1));
        assertThat(world.run(new Scope.All()).totals().flipped()).isEqualTo(10);
    }
}
