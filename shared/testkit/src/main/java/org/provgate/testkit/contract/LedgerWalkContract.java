package org.provgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.testkit.contract.Records.name;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.provgate.core.submission.SubmissionName;
import org.provgate.testkit.memory.InMemoryLedger;
import org.provgate.usecases.ledger.Gist;
import org.provgate.usecases.ledger.Mark;
import org.provgate.usecases.ledger.SubmissionRecord;
import org.provgate.usecases.ledger.VerdictRecord;
import org.provgate.usecases.port.Ledger;
import org.provgate.usecases.port.Ledger.Met;

/// How every ledger is walked through in parts, and how submissions are found by what their verdicts hang on.
public abstract class LedgerWalkContract {

    private static final int MANY = 40;

    private Ledger ledger = new InMemoryLedger(_ -> {});

    /// An empty ledger.
    protected abstract Ledger open();

    @BeforeEach
    void begin() {
        ledger = open();
    }

    private static List<SubmissionName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> name("r" + i)).toList();
    }

    @Test
    void thePartsTogetherHoldEverySubmissionOnce() {
        names(MANY).forEach(name -> ledger.open(Records.begun(name)));

        List<String> met = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            String after = "";
            do {
                Ledger.Page<Met> page = ledger.part(part, 3, after, 7);
                page.items()
                        .forEach(
                                one -> met.add(((Met.Whole) one).record().name().toString()));
                after = page.next();
            } while (!after.isEmpty());
        }

        assertThat(met).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(ledger.roughSize()).isEqualTo(MANY);
    }

    @Test
    void submissionsAreFoundByWhatTheirVerdictsHangOn() {
        Mark anthropic = Mark.of(Mark.Kind.PROVIDER, "Anthropic");
        Mark rule = Mark.of(Mark.Kind.RULE, "license-missing");
        for (SubmissionName name : names(MANY)) {
            boolean even = name.revision().hashCode() % 2 == 0;
            decide(name, even ? anthropic : rule, Mark.of(Mark.Kind.LICENSE, "CC-BY-4.0 AND MIT"));
        }

        assertThat(marked(anthropic))
                .hasSize(MANY / 2)
                .allMatch(name -> name.revision().hashCode() % 2 == 0);
        assertThat(marked(rule)).hasSize(MANY / 2);
        assertThat(marked(Mark.of(Mark.Kind.LICENSE, "cc-by-4.0 and mit"))).hasSize(MANY);
        assertThat(marked(Mark.of(Mark.Kind.MODEL, "gpt-4"))).isEmpty();
        assertThat(ledger.verdict(name("r0"), 1).map(VerdictRecord::gist).map(Gist::marks))
                .hasValueSatisfying(marks -> assertThat(marks).hasSize(2));
    }

    private List<SubmissionName> marked(Mark mark) {
        List<SubmissionName> names = new ArrayList<>();
        for (int shard = 0; shard < Ledger.MARK_SHARDS; shard++) {
            String after = "";
            do {
                Ledger.Page<SubmissionName> page = ledger.marked(mark, shard, after, 2);
                names.addAll(page.items());
                after = page.next();
            } while (!after.isEmpty());
        }
        assertThat(names).doesNotHaveDuplicates();
        return names;
    }

    private void decide(SubmissionName name, Mark... marks) {
        SubmissionRecord begun = Records.begun(name);
        ledger.open(begun);
        VerdictRecord plain = Records.verdict(name, 1);
        VerdictRecord verdict = new VerdictRecord(
                name,
                1,
                plain.at(),
                plain.outcome(),
                plain.cause(),
                plain.inputs(),
                new Gist("g", new TreeSet<>(List.of(marks))),
                plain.document(),
                plain.previous(),
                plain.hash());
        assertThat(ledger.decide(begun, begun.lookedAt(), verdict)).isTrue();
    }
}
