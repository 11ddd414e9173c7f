package org.provgate.testkit.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.finding.RuleCode;
import org.provgate.core.finding.Severity;
import org.provgate.core.finding.Subject;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.Dataset;
import org.provgate.core.manifest.FileEntry;
import org.provgate.core.manifest.Manifest;
import org.provgate.core.manifest.ManifestFormat;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.manifest.References;
import org.provgate.core.manifest.Sources;
import org.provgate.core.manifest.Teachers;
import org.provgate.core.manifest.Use;
import org.provgate.core.policy.Policy;
import org.provgate.core.registry.Category;
import org.provgate.core.registry.KnownDataset;
import org.provgate.core.registry.ModelFamily;
import org.provgate.core.registry.Provider;
import org.provgate.core.registry.Registry;
import org.provgate.core.registry.Resolution;
import org.provgate.core.registry.TermsAnswer;
import org.provgate.core.rule.Breach;
import org.provgate.core.rule.CaseFile;
import org.provgate.core.rule.Example;
import org.provgate.core.rule.Rule;
import org.provgate.core.rule.RuleSpec;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.core.verdict.Evaluator;
import org.provgate.core.verdict.Verdict;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// A gate with one rule and a manifest that is a list of paths: enough to watch objects being moved.
///
/// `provenance.yaml` holds one path a line. The word `broken` makes it unreadable. A submission is refused when an
/// object's text begins with `bad`, or when something is missing.
public final class TinyEngine {

    static final String MANIFEST = "provenance.yaml";

    private TinyEngine() {}

    public static Engine engine() {
        return new Engine(
                "tiny",
                new PathList(),
                new NoChecksums(),
                new Evaluator(List.of(new OnlyRule("file-missing"), new OnlyRule("file-outside-layout"))),
                new NoRegistry(),
                TinyEngine::outcome,
                (verdict, day) -> (verdict.outcome() + " on " + day).getBytes(StandardCharsets.UTF_8));
    }

    /// A policy that differs from others by its name.
    public static Policy policy(String name, Policy.Mode mode, Policy.Scope scope, Duration completeWithin) {
        return new Policy(
                name,
                LocalDate.EPOCH,
                "sha256:" + name,
                mode,
                completeWithin,
                scope,
                Set.of(),
                EnumSet.of(ManifestFormat.NATIVE),
                List.of(),
                Map.of(),
                new Policy.Licenses(List.of()),
                new Policy.TeacherLists(List.of(), List.of()),
                new Policy.Uses(true, true),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    /// What the inspection finds in a text: whether it is bad.
    public static ObjectFacts measured(String path, Inspection.Source source) {
        try (InputStream in = source.open(0)) {
            byte[] bytes = in.readAllBytes();
            boolean bad = new String(bytes, StandardCharsets.UTF_8).startsWith("bad");
            return new ObjectFacts(
                    path,
                    bytes.length,
                    Digests.sha256(bytes),
                    bad ? "text/x-bad" : "text/plain",
                    new Rows.NotTabular(),
                    new Coverage(bytes.length, 0, true),
                    List.of(),
                    List.of(),
                    1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String outcome(Verdict verdict) {
        return verdict.outcome();
    }

    private static final class PathList implements Engine.Manifests {

        @Override
        public boolean isCandidate(String path) {
            return path.equals(MANIFEST);
        }

        @Override
        public ManifestReading read(SortedMap<String, byte[]> candidates) {
            byte[] bytes = candidates.get(MANIFEST);
            if (bytes == null) {
                return new ManifestReading.Missing();
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            Place at = Place.startOf(MANIFEST);
            if (text.startsWith("broken")) {
                return new ManifestReading.Unreadable(
                        MANIFEST, new ManifestReading.Recognition.As(ManifestFormat.NATIVE), at, "it is broken");
            }
            List<FileEntry> files = text.lines().map(path -> entry(path, at)).toList();
            return new ManifestReading.Read(
                    new Manifest(
                            ManifestFormat.NATIVE,
                            MANIFEST,
                            dataset(at),
                            List.of(),
                            new Sources.None(at),
                            new Teachers.None(at),
                            at,
                            files,
                            at,
                            List.of()),
                    List.of(),
                    List.of());
        }

        private static FileEntry entry(String path, Place at) {
            return new FileEntry(
                    at,
                    new FileEntry.Target.Path(path, at, Field.absent(at)),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    new References.None(at),
                    new References.None(at),
                    Field.absent(at));
        }

        private static Dataset dataset(Place at) {
            return new Dataset(
                    at,
                    Field.stated("Tiny", at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at),
                    Field.absent(at));
        }
    }

    private static final class NoChecksums implements Engine.Checksums {

        @Override
        public boolean looksLikeList(String path, byte[] head) {
            return false;
        }

        @Override
        public ChecksumList read(String path, byte[] text) {
            return new ChecksumList(path, new TreeMap<>(), new TreeMap<>(), List.of());
        }
    }

    /// Finds fault with media type `text/x-bad`, which the story's inspection gives to bad texts.
    private record OnlyRule(String code) implements Rule {

        @Override
        public RuleSpec spec() {
            return new RuleSpec(
                    new RuleCode(code),
                    "0.1",
                    Severity.ERROR,
                    "Something is wrong",
                    "It is.",
                    "Mend it.",
                    Example.base(),
                    Example.base());
        }

        @Override
        public Stream<Breach> check(CaseFile file) {
            if (code.equals("file-outside-layout")) {
                return file.facts().identity() instanceof Identity.Stray
                        ? file.facts().objects().keySet().stream().map(OnlyRule::breach)
                        : Stream.empty();
            }
            Stream<String> bad = file.facts().objects().values().stream()
                    .filter(object -> object.mediaType().equals("text/x-bad"))
                    .map(object -> object.path());
            Stream<String> missing = file.manifest().stream()
                    .flatMap(manifest -> manifest.files().stream())
                    .map(FileEntry::name)
                    .filter(path -> !file.facts().objects().containsKey(path));
            Stream<String> unread = file.manifest().isPresent() ? Stream.empty() : Stream.of(MANIFEST);
            return Stream.of(bad, missing, unread).flatMap(paths -> paths).map(OnlyRule::breach);
        }

        private static Breach breach(String path) {
            return Breach.of(Subject.file(path), Place.startOf(path), path + " is wrong");
        }
    }

    private static final class NoRegistry implements Registry {

        @Override
        public String edition() {
            return "2026-11-01";
        }

        @Override
        public String digest() {
            return "sha256:0";
        }

        @Override
        public Collection<Provider> providers() {
            return List.of();
        }

        @Override
        public Collection<ModelFamily> families() {
            return List.of();
        }

        @Override
        public Optional<Provider> provider(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<ModelFamily> family(String id) {
            return Optional.empty();
        }

        @Override
        public Resolution resolve(String model) {
            return new Resolution.Unrecognized(List.of());
        }

        @Override
        public TermsAnswer terms(
                ModelFamily family, AccessChannel channel, LocalDate first, LocalDate last, List<Use> uses) {
            return new TermsAnswer(Category.UNKNOWN, List.of(), false, List.of());
        }

        @Override
        public Optional<KnownDataset> dataset(String nameOrUri) {
            return Optional.empty();
        }
    }
}
