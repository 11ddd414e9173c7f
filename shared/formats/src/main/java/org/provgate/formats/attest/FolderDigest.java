package org.provgate.formats.attest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.provgate.core.facts.Digests;
import org.provgate.core.facts.Sha256;

/// One digest for many files: that of the list which `sha256sum` writes, ordered by the bytes of the paths.
final class FolderDigest {

    private static final Comparator<byte[]> BY_BYTES = Arrays::compareUnsigned;

    private FolderDigest() {}

    static Sha256 of(Map<String, Sha256> files) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        files.entrySet().stream()
                .sorted(Comparator.comparing(file -> file.getKey().getBytes(StandardCharsets.UTF_8), BY_BYTES))
                .forEach(file -> list.writeBytes(
                        "%s  %s\n".formatted(file.getValue(), file.getKey()).getBytes(StandardCharsets.UTF_8)));
        return Digests.sha256(list.toByteArray());
    }
}
