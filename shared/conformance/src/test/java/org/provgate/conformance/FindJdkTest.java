package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `mvnw` and `provgate` take for a JDK 25.
class FindJdkTest {

    private static final Path FINDER = Repository.here().root().resolve(".mvn/find-jdk.sh");

    @TempDir
    Path folder;

    @Test
    void javaHomeIsTakenWhenItIsAJdk25() throws IOException, InterruptedException {
        Path jdk = jdk("my jdk", "25.0.1");

        assertThat(found(jdk, jdk("other", "25"))).isEqualTo(jdk.toString());
    }

    @Test
    void anotherVersionInJavaHomeIsPassedOver() throws IOException, InterruptedException {
        Path jdk = jdk("right", "25");

        assertThat(found(jdk("older", "17.0.15"), jdk)).isEqualTo(jdk.toString());
        assertThat(found(jdk("newer", "250"), jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void aRuntimeWithoutCompilerIsPassedOver() throws IOException, InterruptedException {
        Path runtime = jdk("runtime", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        Path jdk = jdk("right", "25-ea");

        assertThat(found(runtime, jdk)).isEqualTo(jdk.toString());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String command : new String[] {"java", "javac"}) {
            Path file = Files.writeString(home.resolve("bin").resolve(command), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private String found(Path javaHome, Path ownJavaHome) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-efuc", ". \"$1\"; printf %s \"$JAVA_HOME\"", "sh", FINDER.toString());
        shell.environment()
                .putAll(Map.of("JAVA_HOME", javaHome.toString(), "PROVGATE_JAVA_HOME", ownJavaHome.toString()));
        Process process = shell.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
