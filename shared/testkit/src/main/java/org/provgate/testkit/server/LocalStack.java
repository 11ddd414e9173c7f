package org.provgate.testkit.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// LocalStack in a container. The image is the property `provgate.localstack`; one that answers at port 4566 as it does
/// may take its place. It is used where it is there already: nothing is pulled.
public final class LocalStack implements AutoCloseable {

    /// The last one that asks for no token.
    private static final String USUAL = "localstack/localstack:4.14.0";

    private final ServerProcess server;

    private LocalStack(ServerProcess server) {
        this.server = server;
    }

    /// What a skip says.
    public static String absent() {
        return ServerProcess.runs("docker", "info")
                ? "skipped on LocalStack: the Docker engine has no image " + image()
                : "skipped on LocalStack: there is no Docker engine";
    }

    /// Empty where there is no engine or no image.
    public static Optional<LocalStack> start() {
        return ServerProcess.runs("docker", "image", "inspect", image())
                ? Optional.of(new LocalStack(ServerProcess.start("LocalStack", LocalStack::command)))
                : Optional.empty();
    }

    private static String image() {
        return System.getProperty("provgate.localstack", USUAL);
    }

    private static List<String> command(int port) {
        return List.of("docker", "run", "--rm", "--init", "-p", "127.0.0.1:" + port + ":4566", image());
    }

    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
