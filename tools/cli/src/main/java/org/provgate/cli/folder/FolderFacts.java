package org.provgate.cli.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.provgate.cli.CannotRunException;
import org.provgate.core.facts.Concern;
import org.provgate.core.facts.Coverage;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.ObjectFacts;
import org.provgate.core.facts.Rows;
import org.provgate.core.manifest.Documents;
import org.provgate.core.manifest.ManifestReading;
import org.provgate.core.submission.ChecksumList;
import org.provgate.core.submission.SubmissionFacts;
import org.provgate.core.submission.SubmissionFacts.Identity;
import org.provgate.usecases.gate.Engine;
import org.provgate.usecases.gate.Inspection;

/// Facts of a folder, taken exactly as the functions take them of a submission's objects.
public final class FolderFacts {

    /// Not measured by an inspection at all.
    private static final int NO_EDITION = 0;

    private final Engine engine;
    private final Inspection inspection;
    private final Progress progress;

    public FolderFacts(Engine engine, Inspection inspection, Progress progress) {
        this.engine = engine;
        this.inspection = inspection;
        this.progress = progress;
    }

    /// What lies in a folder, looked into once.
    public record Examined(List<FoundFile> found, List<ObjectFacts> objects) {}

    public Examined examine(Path folder) {
        List<FoundFile> found = FolderWalk.of(folder);
        return new Examined(found, inspected(found));
    }

    /// @param name as the report prints it
    /// @param manifest a manifest that lies elsewhere and stands in for those of the folder; or the folder's own
    public SubmissionFacts of(Path folder, String name, Identity identity, ManifestChoice manifest) {
        return of(examine(folder), name, identity, manifest);
    }

    public SubmissionFacts of(Examined examined, String name, Identity identity, ManifestChoice manifest) {
        ManifestReading reading = engine.manifests().read(candidates(examined.found(), manifest));
        return new SubmissionFacts(
                name,
                identity,
                reading,
                SubmissionFacts.byPath(examined.objects()),
                checksumLists(examined.found(), reading),
                List.of());
    }

    private SortedMap<String, byte[]> candidates(List<FoundFile> found, ManifestChoice manifest) {
        SortedMap<String, byte[]> candidates = new TreeMap<>();
        if (manifest instanceof ManifestChoice.Given(String path, Path file)) {
            candidates.put(path, text(file, Engine.MANIFEST_LIMIT));
            return candidates;
        }
        found.forEach(file -> {
            if (file instanceof FoundFile.Regular(String path, Path on, long _)
                    && engine.manifests().isCandidate(path)) {
                candidates.put(path, text(on, Engine.MANIFEST_LIMIT));
            }
        });
        if (manifest instanceof ManifestChoice.Rewritten(String path, byte[] text)) {
            candidates.put(path, text);
        }
        return candidates;
    }

    /// Facts of every file, in the order given.
    public List<ObjectFacts> inspected(List<FoundFile> found) {
        progress.begin(found);
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()))) {
            // A large file that began last would keep one worker busy and the others waiting.
            List<FutureTask<ObjectFacts>> tasks = found.stream()
                    .map(file -> new FutureTask<>(() -> inspected(file)))
                    .toList();
            IntStream.range(0, found.size())
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer i) -> size(found.get(i)))
                            .reversed())
                    .forEach(i -> workers.execute(tasks.get(i)));
            List<ObjectFacts> facts = new ArrayList<>(found.size());
            for (FutureTask<ObjectFacts> task : tasks) {
                facts.add(task.get());
            }
            return facts;
        } catch (ExecutionException fault) {
            throw new CannotRunException("a file could not be inspected: " + fault.getCause(), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("stopped", stopped);
        } finally {
            progress.end();
        }
    }

    private ObjectFacts inspected(FoundFile found) {
        ObjectFacts facts = switch (found) {
            case FoundFile.Regular(String path, Path file, long size) -> read(path, file, size);
            case FoundFile.Unusable(String path, String reason) -> unusable(path, reason);
        };
        progress.done(0);
        return facts;
    }

    private static long size(FoundFile found) {
        return found instanceof FoundFile.Regular(var _, var _, long size) ? size : 0;
    }

    private ObjectFacts read(String path, Path file, long size) {
        try {
            return inspection.inspect(path, new FileSource(file, size, progress::passed));
        } catch (UncheckedIOException fault) {
            return unusable(path, "it cannot be read (%s)".formatted(fault.getCause()));
        }
    }

    private static ObjectFacts unusable(String path, String reason) {
        return new ObjectFacts(
                path,
                0,
                Digests.sha256(""),
                "application/octet-stream",
                new Rows.Unknown(),
                new Coverage(0, 0, false),
                List.of(),
                List.of(new Concern(Concern.Kind.UNREADABLE, reason, 1)),
                NO_EDITION);
    }

    private NavigableMap<String, ChecksumList> checksumLists(List<FoundFile> found, ManifestReading reading) {
        NavigableMap<String, ChecksumList> lists = new TreeMap<>();
        if (reading instanceof ManifestReading.Read(var manifest, var _, var _)) {
            var named = Documents.checksumLists(manifest);
            for (FoundFile file : found) {
                if (file instanceof FoundFile.Regular(String path, Path on, long _) && named.contains(path)) {
                    lists.put(path, engine.checksums().read(path, text(on, Engine.LIST_LIMIT)));
                }
            }
        }
        return lists;
    }

    /// The text, or so much of it that the reader sees it is too long.
    static byte[] text(Path file, int limit) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(limit + 1);
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(file, fault.getMessage()), fault);
        }
    }
}
