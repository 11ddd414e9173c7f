package org.provgate.proof.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.rule.Example;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.convert.Conversion;
import org.provgate.formats.convert.Target;
import org.provgate.formats.report.ReportContext;
import org.provgate.formats.report.ReportFormat;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.engine.PolicyText;
import org.provgate.usecases.gate.Engine;

/// A manifest on its whole way: read, decided, reported in one of the forms, written in one of the formats.
final class ManifestFuzz implements Reader {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static final SubmissionName NAME = new SubmissionName("ada", "tides", "r1");

    private static final List<ReportFormat> FORMS = List.of(ReportFormat.values());
    private static final List<Target> TARGETS = List.of(Target.values());

    private final Engine engine = GateEngine.engine();
    private final Policy policy = PolicyText.shipped();
    private final ReportContext context = ReportContext.of(GateEngine.VERSION, DAY, Rulebook.specs());
    private final ObjectFacts rows = new ObjectFacts(
            Example.BASE_FILE,
            Example.BASE_TEXT.length(),
            Digests.sha256(Example.BASE_TEXT),
            "application/jsonl",
            new Rows.Counted(2),
            new Coverage(Example.BASE_TEXT.length(), 2, true),
            List.of(),
            List.of(),
            1);
    private final String file;

    ManifestFuzz(String file) {
        this.file = file;
    }

    @Override
    public void read(byte[] input) {
        SortedMap<String, byte[]> candidates = new TreeMap<>(Map.of(file, input));
        ManifestReading reading = engine.manifests().read(candidates);
        SubmissionFacts facts = new SubmissionFacts(
                NAME.toString(),
                new SubmissionFacts.Identity.Known(NAME),
                reading,
                SubmissionFacts.byPath(List.of(rows)),
                new TreeMap<>(),
                List.of());
        Verdict verdict = engine.evaluator().evaluate(facts, policy, engine.registry(), DAY);
        ReportFormat form = FORMS.get(input.length % FORMS.size());
        try {
            form.writer().write(verdict, context, OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (reading instanceof ManifestReading.Read read) {
            Target target = TARGETS.get(input.length % TARGETS.size());
            if (Conversion.of(read.manifest(), target, DAY).text().isEmpty()) {
                throw new IllegalStateException("nothing was written as " + target);
            }
        }
    }
}
