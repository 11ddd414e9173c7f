package org.provgate.testkit.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Adobe's S3Mock, which the build has fetched as one jar.
public final class S3Mock implements AutoCloseable {

    /// What a skip says.
    public static final String ABSENT = "skipped on S3Mock: the build has not fetched its jar";

    private final ServerProcess server;

    private S3Mock(ServerProcess server) {
        this.server = server;
    }

    /// Empty where the jar is not there.
    public static Optional<S3Mock> start(Path jar) {
        return Files.exists(jar)
                ? Optional.of(new S3Mock(ServerProcess.start("S3Mock", port -> command(jar, port))))
                : Optional.empty();
    }

    private static List<String> command(Path jar, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--http.port=" + port,
                // TLS besides, on whatever port is free.
                "--server.port=0");
    }

    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
