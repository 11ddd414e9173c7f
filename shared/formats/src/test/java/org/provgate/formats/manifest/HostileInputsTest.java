package org.provgate.formats.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All hostile inputs, read by a fresh JVM with a heap of 256 MB.
class HostileInputsTest {

    /// Processor time of one reading. Those that are only large take the most, in a JVM that has just begun.
    private static final long MILLISECONDS = 2000;

    /// Those that are stopped by what they are, not by how large they are, cost next to nothing.
    private static final long MINUTES_FOR_ALL = 3;

    private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();
    private static final Map<String, Long> TIMES = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readThemAll() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileInputs.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES_FOR_ALL, TimeUnit.MINUTES);
        process.destroyForcibly();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", 3);
            assertThat(parts).as(line).hasSize(3);
            TIMES.put(parts[0], Long.valueOf(parts[1]));
            OUTCOMES.put(parts[0], parts[2]);
        }
        assertThat(ended)
                .as("the JVM ended in time; it came to %s", OUTCOMES.keySet())
                .isTrue();
    }

    @Test
    void everyOneEndsInAReadingWithin256Megabytes() {
        assertThat(OUTCOMES.keySet()).isEqualTo(HostileInputs.all().keySet());
    }

    @Test
    void noneTakesLong() {
        assertThat(TIMES.values()).allMatch(time -> time < MILLISECONDS, "under " + MILLISECONDS + " ms: " + TIMES);
    }

    @Test
    void eachIsStoppedByItsOwnFault() {
        assertThat(OUTCOMES)
                .containsEntry(
                        "alias bomb.yaml",
                        "1:4 `&a` is an anchor, which is not read; write the value out where it is needed")
                .containsEntry("flow lists.yaml", "1:67 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("flow mappings.yaml", "1:257 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("block lists.yaml", "1:129 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("block mappings.yaml", "65:65 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("lists.json", "1:65 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("mappings.json", "1:321 Mappings and lists are nested deeper than 64 levels")
                .containsEntry("documents.yaml", "2:1 A second YAML document begins here; a file holds one")
                .containsEntry("20 MB.yaml", "1:1 The file has more than 8,388,608 bytes; no more are read")
                .containsEntry("no UTF-8.yaml", "1:4 Byte 4 of the file (0xC3) is not UTF-8")
                .containsEntry("NUL.yaml", "1:4 The character U+0000 may not stand in YAML")
                .containsEntry("NUL.json", "1:8 The control character U+0000 stands inside a text; write \\u0000")
                .containsEntry("1 M keys.yaml", "600000:6 The file has more than 600,000 values")
                .containsEntry("digits.json", "1:13 A number has 4,000,000 characters; at most 64 are read")
                .containsEntry("long key.json", "1:2 A key has more than 1,024 characters")
                .containsEntry("spaces.yaml", "1:1 More than 65,536 spaces stand here in a row")
                .containsEntry("hyphens.yaml", "1:1 More than 65,536 characters without a space stand here in a row")
                .containsEntry("unknown keys.yaml", "Read with 10001 faults");
    }
}
