package org.provgate.testkit.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The moto server, an imitation of AWS in Python: S3, DynamoDB and the rest at one address.
public final class Moto implements AutoCloseable {

    /// What a skip says.
    public static final String ABSENT = "skipped on moto: moto_server is not installed";

    private final ServerProcess server;

    private Moto(ServerProcess server) {
        this.server = server;
    }

    /// Empty where it is not installed.
    public static Optional<Moto> start() {
        return ServerProcess.runs("moto_server", "--help")
                ? Optional.of(new Moto(ServerProcess.start(
                        "moto", port -> List.of("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port)))))
                : Optional.empty();
    }

    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
