package org.provgate.usecases.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.provgate.core.facts.Sha256;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Registry;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.signing.Signer;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Verdict;
import org.provgate.formats.attest.VerdictStatement;
import org.provgate.formats.checksums.ChecksumListReader;
import org.provgate.formats.recognition.SubmissionManifests;
import org.provgate.formats.report.JsonReport;
import org.provgate.formats.report.ReportContext;
import org.provgate.inspection.ByteSource;
import org.provgate.inspection.Inspector;
import org.provgate.inspection.Limits;
import org.provgate.inspection.fingerprint.Fingerprints;
import org.provgate.registry.BundledRegistry;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// The gate as it ships: its rules, registry, readers and inspection.
public final class GateEngine {

    /// Of rules and readers together. Another version may decide otherwise, so a rescan looks again.
    public static final String VERSION = "0.1.0";

    /// Stored size up to which objects are looked into as a whole, where nobody says otherwise.
    public static final long SAMPLE_OVER = Limits.standard().wholeUpTo();

    private GateEngine() {}

    /// A gate whose verdicts nobody signs.
    public static Engine engine() {
        return engine(Optional.empty());
    }

    /// @param signer of verdict documents
    public static Engine engine(Optional<Signer> signer) {
        return new Engine(
                VERSION,
                new Manifests(),
                new Checksums(),
                new Evaluator(Rulebook.rules()),
                BundledRegistry.load(),
                GateEngine::report,
                (verdict, day) -> statement(verdict, day, signer));
    }

    /// @param registry decides whose a model's name is
    public static Inspection inspection(Registry registry) {
        return inspection(registry, SAMPLE_OVER);
    }

    /// @param sampleOver bytes from which on objects are not looked into as a whole
    public static Inspection inspection(Registry registry, long sampleOver) {
        Inspection.Explaining explaining = explaining(registry, sampleOver);
        return (path, source) -> explaining.inspect(path, source, Inspector.NOBODY);
    }

    /// @param sampleOver bytes from which on objects are not looked into as a whole
    public static Inspection.Explaining explaining(Registry registry, long sampleOver) {
        Inspector inspector = new Inspector(
                Fingerprints.shipped(model -> provider(registry, model)),
                Limits.standard().withWholeUpTo(sampleOver));
        return (path, source, seen) -> {
            try {
                return inspector.inspect(path, new Bytes(source), seen);
            } catch (IOException sourceFault) {
                throw new UncheckedIOException(sourceFault);
            }
        };
    }

    private static String report(Verdict verdict) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonReport.pretty().write(verdict, ReportContext.of(VERSION, LocalDate.EPOCH, Rulebook.specs()), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] statement(Verdict verdict, LocalDate day, Optional<Signer> signer) {
        VerdictStatement statement = new VerdictStatement(verdict, ReportContext.of(VERSION, day, Rulebook.specs()));
        return signer.map(statement::signed).orElseGet(statement::unsigned);
    }

    private static Optional<String> provider(Registry registry, String model) {
        List<String> providers = registry.resolve(model).families().stream()
                .map(ModelFamily::provider)
                .distinct()
                .toList();
        return providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty();
    }

    private static final class Manifests implements Engine.Manifests {

        @Override
        public boolean isCandidate(String path) {
            return SubmissionManifests.isCandidate(path);
        }

        @Override
        public ManifestReading read(SortedMap<String, byte[]> candidates) {
            return SubmissionManifests.choose(candidates);
        }
    }

    private static final class Checksums implements Engine.Checksums {

        @Override
        public boolean looksLikeList(String path, byte[] head) {
            return ChecksumListReader.looksLikeList(head);
        }

        @Override
        public ChecksumList read(String path, byte[] text) {
            return ChecksumListReader.read(path, text);
        }
    }

    private record Bytes(Inspection.Source source) implements ByteSource {

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public InputStream open(long offset) {
            return source.open(offset);
        }

        @Override
        public Optional<Sha256> sha256() {
            return source.sha256();
        }
    }
}
