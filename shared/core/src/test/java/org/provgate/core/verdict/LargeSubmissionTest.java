package org.provgate.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.TeacherDraft.teacher;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.facts.Strength;
import org.provgate.core.policy.Policy;
import org.provgate.core.rulebook.Rulebook;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.testkit.EntryDraft;
import org.provgate.core.testkit.FewModels;
import org.provgate.core.testkit.ManifestDraft;
import org.provgate.core.testkit.ObjectDraft;
import org.provgate.core.testkit.PolicyDraft;
import org.provgate.core.testkit.Submission;

/// Time goes with the number of files and of findings, and memory with the number of files.
class LargeSubmissionTest {

    /// Ten times the files may take this many times as long: what grows with the square takes a hundred times.
    private static final int TOLERANCE = 40;

    private static final long FLOOR_MILLIS = 60;

    private static final Policy POLICY = PolicyDraft.policy().build();

    enum Kind {
        /// Every file has an entry and agrees with it.
        LISTED,
        /// Patterns cover what a checksum list names.
        UNDER_GLOBS,
        /// Every file has something wrong with it.
        FAULTY;

        SubmissionFacts of(int files) {
            return switch (this) {
                case LISTED -> listed(files).facts();
                case UNDER_GLOBS -> underGlobs(files).facts();
                case FAULTY -> faulty(files).facts();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenTimesTheFilesTakeAboutTenTimesAsLong(Kind kind) {
        SubmissionFacts small = kind.of(10_000);
        SubmissionFacts large = kind.of(100_000);
        millis(small);

        long base = Math.max(FLOOR_MILLIS, millis(small));

        assertThat(millis(large)).isLessThan(base * TOLERANCE);
    }

    @Test
    void countsAreExactAndListsAreShort() {
        Report report = decide(faulty(5_000).facts()).report();

        assertThat(report.counts().error()).isGreaterThan(10_000);
        assertThat(report.findings()).hasSizeLessThan(Rulebook.rules().size() * Evaluator.FINDINGS_PER_CODE);
        assertThat(report.codes().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(report.counts().error()
                        + report.counts().warning()
                        + report.counts().note());
    }

    /// Patterns times files would be a thousand million comparisons, and as many pairs.
    @ParameterizedTest
    @ValueSource(strings = {"**/*%d*.jsonl", "**/*.jsonl*%d", "data/**", "*/*/*"})
    void manyPatternsOverManyFilesEndSoon(String pattern) {
        EntryDraft[] globs = IntStream.range(0, 50_000)
                .mapToObj(i -> EntryDraft.glob(pattern.formatted(i), "SUMS"))
                .toArray(EntryDraft[]::new);
        SubmissionFacts facts =
                Submission.with(manifest().files(globs)).stores(paths(20_000)).facts();

        assertThat(millis(facts)).isLessThan(10_000);
        assertThat(decide(facts).report().blocks()).isTrue();
    }

    private static Submission listed(int files) {
        return Submission.with(entries(manifest(), files)).stores(paths(files));
    }

    private static Submission underGlobs(int files) {
        String[] paths = paths(files);
        return Submission.with(manifest().files(EntryDraft.glob("data/**", "SUMS"), EntryDraft.glob("more/*", "SUMS")))
                .stores(paths)
                .lists("SUMS", paths);
    }

    private static Submission faulty(int files) {
        EntryDraft[] entries = IntStream.range(0, files)
                .mapToObj(i -> EntryDraft.file(path(i))
                        .sha256("0".repeat(64))
                        .rows(7)
                        .sources("nobody" + i)
                        .teachers("writer"))
                .toArray(EntryDraft[]::new);
        ObjectDraft[] objects = IntStream.range(0, files)
                .mapToObj(i -> ObjectDraft.object(path(i + files / 2)).sign("boreas", Strength.CONCLUSIVE, "naming", 1))
                .toArray(ObjectDraft[]::new);
        return Submission.with(
                        manifest().teachers(teacher("writer", "atlas-7b")).files(entries))
                .stores(objects);
    }

    private static ManifestDraft entries(ManifestDraft manifest, int files) {
        return manifest.files(IntStream.range(0, files)
                .mapToObj(i -> EntryDraft.file(path(i)))
                .toArray(EntryDraft[]::new));
    }

    private static String[] paths(int files) {
        return IntStream.range(0, files).mapToObj(LargeSubmissionTest::path).toArray(String[]::new);
    }

    private static String path(int i) {
        return "data/part-%02d/%06d.jsonl".formatted(i % 100, i);
    }

    private static Verdict decide(SubmissionFacts facts) {
        return new Evaluator(Rulebook.rules()).evaluate(facts, POLICY, new FewModels(), Submission.TODAY);
    }

    /// Of this thread's own time, whatever else the machine is doing.
    private static long millis(SubmissionFacts facts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(decide(facts).report().checked()).isNotEmpty();
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }
}
