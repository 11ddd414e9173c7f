package org.provgate.cli.folder;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.provgate.formats.report.SourceLines;

/// Lines of a folder's text files, to be shown under findings. Bounded: what lies deep in a large file is not shown.
public final class FolderLines implements SourceLines {

    private static final long SEARCH_LIMIT = 64L * 1024 * 1024;

    private static final int LINE_LIMIT = 2_000;

    /// In bytes of UTF-8.
    private static final int LONGEST_CHARACTER = 4;

    private final Path folder;
    private final ManifestChoice manifest;
    private final Map<String, Optional<String>> shown = new HashMap<>();

    public FolderLines(Path folder, ManifestChoice manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    @Override
    public Optional<String> line(String file, long line) {
        return shown.computeIfAbsent(line + ":" + file, _ -> located(file).flatMap(path -> read(path, line)));
    }

    private Optional<Path> located(String file) {
        if (manifest instanceof ManifestChoice.Given(String path, Path elsewhere) && path.equals(file)) {
            return Optional.of(elsewhere);
        }
        try {
            Path root = folder.toRealPath();
            Path path = root.resolve(file).toRealPath();
            return path.startsWith(root) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path path, long line) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            long at = 1;
            long read = 0;
            ByteArrayOutputStream wanted = new ByteArrayOutputStream();
            for (int b = bytes.read(); b >= 0 && read < SEARCH_LIMIT; b = bytes.read(), read++) {
                if (b == '\n') {
                    if (at == line) {
                        return text(wanted.toByteArray());
                    }
                    at++;
                } else if (at == line && wanted.size() < LINE_LIMIT && b != '\r') {
                    wanted.write(b);
                }
            }
            return at == line && wanted.size() > 0 ? text(wanted.toByteArray()) : Optional.empty();
        } catch (IOException notForShowing) {
            return Optional.empty();
        }
    }

    /// Text, but for a character that was cut at the end; bytes that are no text are not for showing.
    private static Optional<String> text(byte[] bytes) {
        for (int cut = 0; cut < LONGEST_CHARACTER && cut <= bytes.length; cut++) {
            Optional<String> text = decoded(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
            if (text.isPresent()) {
                return text.filter(line -> line.indexOf('\0') < 0);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
