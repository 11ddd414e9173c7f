package org.provgate.conformance;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.policy.Policy;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.submission.SubmissionName;
import org.provgate.core.verdict.Report;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.engine.GateEngine;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// Small submissions in memory, inspected and decided as the gate does it.
final class Decisions {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final SubmissionName HARBOUR = new SubmissionName("jane", "harbour", "r1");

    static final Engine ENGINE = GateEngine.engine();

    private static final Inspection INSPECTION = GateEngine.inspection(ENGINE.registry());

    private Decisions() {}

    static Report decided(SubmissionFacts facts, Policy policy) {
        return verdict(facts, policy).report();
    }

    static Verdict verdict(SubmissionFacts facts, Policy policy) {
        return ENGINE.evaluator().evaluate(facts, policy, ENGINE.registry(), TODAY);
    }

    /// @param files path to bytes, the manifest included
    static SubmissionFacts facts(SortedMap<String, byte[]> files, SubmissionName name) {
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        List<ObjectFacts> objects = files.entrySet().stream()
                .map(file -> INSPECTION.inspect(file.getKey(), new Held(file.getValue())))
                .toList();
        files.forEach((path, bytes) -> {
            if (ENGINE.manifests().isCandidate(path)) {
                candidates.put(path, bytes);
            }
        });
        ManifestReading reading = ENGINE.manifests().read(candidates);
        NavigableMap<String, ChecksumList> lists = new TreeMap<>();
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            Documents.checksumLists(manifest).forEach(path -> {
                byte[] list = files.get(path);
                if (list != null) {
                    lists.put(path, ENGINE.checksums().read(path, list));
                }
            });
        }
        return new SubmissionFacts(
                name.toString(),
                name.stray() ? new Identity.Stray(name) : new Identity.Known(name),
                reading,
                SubmissionFacts.byPath(objects),
                lists,
                List.of());
    }

    /// Bytes in memory as a source.
    private static final class Held implements Inspection.Source {

        private final byte[] bytes;

        Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }
}
