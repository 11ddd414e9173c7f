package org.provgate.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of reference examples that lies beside a checkout. Tests on it are skipped where it is not.
public final class SharedFolder {

    private SharedFolder() {}

    /// Files below a folder, sorted; the test ends as skipped where the shared folder is absent.
    public static List<Path> files(String folder) throws IOException {
        Optional<Path> shared = find();
        assumeTrue(
                shared.isPresent() && Files.isDirectory(shared.get().resolve(folder)),
                "skipped: no shared folder with " + folder + "; name it by -Dprovgate.shared");
        try (Stream<Path> files = Files.walk(shared.orElseThrow().resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Path> find() {
        String named = System.getProperty("provgate.shared");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared");
            if (Files.exists(candidate.resolve("corpus/index.json"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
