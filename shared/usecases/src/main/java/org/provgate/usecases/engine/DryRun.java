package org.provgate.usecases.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// A tiny submission inspected and decided, with nothing written anywhere.
public final class DryRun {

    private static final String MANIFEST = "provenance.yaml";

    private DryRun() {}

    /// The report it comes to.
    public static String ofInspectionAndDecision() {
        Engine engine = GateEngine.engine();
        Inspection inspection = GateEngine.inspection(engine.registry());
        byte[] rows = Example.bytes(Example.BASE_TEXT);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(Example.BASE_FILE, rows);
        files.put(
                MANIFEST,
                Example.BASE_MANIFEST
                        .replace(
                                "SHA256(" + Example.BASE_FILE + ")",
                                Digests.sha256(rows).hex())
                        .getBytes(StandardCharsets.UTF_8));
        NavigableMap<String, ObjectFacts> objects = new TreeMap<>();
        files.forEach((path, bytes) -> objects.put(path, inspection.inspect(path, source(bytes))));
        SortedMap<String, byte[]> candidates = new TreeMap<>(files);
        candidates.keySet().removeIf(path -> !engine.manifests().isCandidate(path));
        SubmissionFacts facts = new SubmissionFacts(
                "dry-run",
                new SubmissionFacts.Identity.Folder(),
                engine.manifests().read(candidates),
                objects,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>());
        LocalDate day = LocalDate.of(2026, 11, 24);
        Verdict verdict = engine.evaluator().evaluate(facts, PolicyText.shipped(), engine.registry(), day);
        engine.statements().document(verdict, day);
        return engine.reports().text(verdict);
    }

    private static Inspection.Source source(byte[] bytes) {
        return new Inspection.Source() {

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                int from = Math.toIntExact(offset);
                return new ByteArrayInputStream(bytes, from, bytes.length - from);
            }
        };
    }
}
