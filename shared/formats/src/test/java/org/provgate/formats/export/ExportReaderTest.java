package org.provgate.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.policy.Waiver;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.submission.Upstream;
import org.provgate.formats.export.ExportLine.Case;
import org.provgate.formats.export.ExportLine.Damaged;
import org.provgate.formats.export.ExportLine.End;
import org.provgate.formats.export.ExportLine.Head;
import org.provgate.formats.export.ExportLine.Item;
import org.provgate.formats.export.ExportLine.Ruling;
import org.provgate.formats.export.ExportLine.Text;

class ExportReaderTest implements ExportReader.Receiver {

    private static final SubmissionName TIDES = new SubmissionName("ada", "tides", "r1");
    private static final SubmissionName MOONS = new SubmissionName("bob", "moons", "r1");

    private final List<String> whole = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private static Case one(SubmissionName name, int objects) {
        return new Case(
                name,
                "quarantined",
                objects,
                Optional.of(new Ruling(3, "quarantined", List.of("license-missing"))),
                List.of(new Waiver(
                        new RuleCode("license-missing"),
                        "ada/tides",
                        "dataset:Tides",
                        "agreed\u001b[31m",
                        "olga",
                        LocalDate.parse("2026-12-01"))),
                List.of(new Upstream(
                        MOONS,
                        List.of(new Upstream.Held(MOONS, "rejected")),
                        List.of(new Upstream.Taught("gpt-4", MOONS)))));
    }

    private static Item item(SubmissionName of, String path) {
        return new Item(
                of,
                "v-1",
                new ObjectFacts(
                        path,
                        7,
                        Digests.sha256(path),
                        "text/plain",
                        new Rows.Counted(7),
                        new Coverage(7, 7, true),
                        List.of(),
                        List.of(),
                        1),
                path.endsWith("yaml") ? new Text.Kept("H4sI") : new Text.None());
    }

    private static List<String> export() {
        return new ArrayList<>(List.of(
                ExportLines.write(new Head("0.1.0")),
                ExportLines.write(one(TIDES, 2)),
                ExportLines.write(item(TIDES, "a.jsonl")),
                ExportLines.write(item(TIDES, "provenance.yaml")),
                ExportLines.write(one(MOONS, 1)),
                ExportLines.write(item(MOONS, "b.jsonl")),
                ExportLines.write(new End(2, 3, 0))));
    }

    private long read(List<String> lines) {
        return read(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private long read(InputStream in) {
        whole.clear();
        faults.clear();
        try {
            return ExportReader.read(in, this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void everyLineIsReadAsItWasWritten() {
        List<ExportLine> lines = List.of(
                new Head("0.1.0"),
                one(TIDES, 2),
                new Case(MOONS, "receiving", 0, Optional.empty(), List.of(), List.of()),
                item(TIDES, "provenance.yaml"),
                new Item(TIDES, "v", item(TIDES, "a").facts(), new Text.TooLong()),
                new Damaged("S#x", "it has lost its state"),
                new End(1, 2, 3));

        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                ExportLines.read(ExportLines.write(line).getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(line));
    }

    @Test
    void submissionsComeOneByOneWithTheirObjects() {
        assertThat(read(export())).isEqualTo(2);

        assertThat(whole).containsExactly("ada/tides/r1 2", "bob/moons/r1 1");
        assertThat(faults).isEmpty();
    }

    @Test
    void aLineThatCannotBeReadIsToldAndCostsItsSubmissionAlone() {
        for (int broken = 1; broken <= 5; broken++) {
            List<String> lines = export();
            lines.set(broken, lines.get(broken).substring(3));

            read(lines);

            assertThat(whole)
                    .as("line %s", broken + 1)
                    .containsExactly(broken <= 3 ? "bob/moons/r1 1" : "ada/tides/r1 2");
            assertThat(faults).first().asString().startsWith((broken + 1) + " ");
            assertThat(faults).last().asString().contains("2 submissions were written and 1 read");
        }
    }

    @Test
    void anExportThatBreaksOffSaysSo() {
        List<String> lines = export();

        read(lines.subList(0, 6));

        assertThat(whole).hasSize(2);
        assertThat(faults).containsExactly("7 the export breaks off: its end is missing");
        read(lines.subList(0, 3));
        assertThat(whole).isEmpty();
    }

    @Test
    void whatIsNoExportIsRefusedAtOnce() {
        for (String other : List.of("", "{}", "[]", "{\"provgateFacts\":2,\"engine\":\"9\"}", "\u0000\u0001")) {
            assertThatThrownBy(() -> read(List.of(other, other))).as(other).isInstanceOf(UnreadableLineException.class);
        }
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() {
        InputStream endless = new InputStream() {
            private long left = 200_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int given = (int) Math.min(length, left);
                Arrays.fill(bytes, from, from + given, (byte) 'x');
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        String head = ExportLines.write(new Head("0.1.0")) + "\n";

        read(new SequenceInputStream(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), endless));

        assertThat(faults.getFirst()).isEqualTo("2 the line is longer than 16777216 bytes");
    }

    @Override
    public void submission(Case one, List<Item> objects) {
        whole.add(one.name() + " " + objects.size());
    }

    @Override
    public void unreadable(long line, String why) {
        faults.add(line + " " + why);
    }

    @Override
    public void damaged(Damaged damaged) {
        faults.add(damaged.key());
    }
}
