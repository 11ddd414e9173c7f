package org.provgate.cli.repair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.provgate.cli.CannotRunException;
import org.provgate.formats.mend.Mending.Notation;
import org.provgate.usecases.gate.Engine;

/// A manifest on disk as text, and back.
///
/// @param path how findings name it
/// @param marked whether the file begins with a byte order mark, which stays
public record ManifestFile(String path, Path file, String text, boolean marked) {

    private static final String MARK = "\uFEFF";

    public static ManifestFile read(String path, Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Engine.MANIFEST_LIMIT + 1);
        } catch (IOException fault) {
            throw new CannotRunException("%s cannot be read: %s".formatted(path, fault.getMessage()), fault);
        }
        if (bytes.length > Engine.MANIFEST_LIMIT) {
            throw new CannotRunException("%s has more than %,d bytes; no manifest of that size is read"
                    .formatted(path, Engine.MANIFEST_LIMIT));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = text.startsWith(MARK);
            return new ManifestFile(path, file, marked ? text.substring(1) : text, marked);
        } catch (CharacterCodingException fault) {
            throw new CannotRunException("%s is not written in UTF-8; save it as UTF-8 first".formatted(path), fault);
        }
    }

    public Notation notation() {
        return path.toLowerCase(Locale.ROOT).endsWith(".json") ? Notation.JSON : Notation.YAML;
    }

    /// The file's bytes with another text.
    public byte[] bytes(String next) {
        return (marked ? MARK + next : next).getBytes(StandardCharsets.UTF_8);
    }
}
