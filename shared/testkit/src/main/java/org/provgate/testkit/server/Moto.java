package org.provgate.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.provgate.testkit.wait.Eventually;

/// The moto server, an imitation of AWS in Python, on a free port of the loopback interface: S3, DynamoDB and the rest
/// at one address.
public final class Moto implements AutoCloseable {

    /// What a skip says.
    public static final String ABSENT = "skipped on moto: moto_server is not installed";

    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final int port;

    private Moto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Empty where it is not installed.
    public static Optional<Moto> start() {
        if (!isInstalled()) {
            return Optional.empty();
        }
        int port = freePort();
        try {
            Moto moto = new Moto(
                    command("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                            .start(),
                    port);
            Eventually.holds("moto listens", moto::isListening);
            return Optional.of(moto);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean isListening() {
        if (!process.isAlive()) {
            throw new IllegalStateException("moto_server ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isInstalled() {
        try {
            return command("moto_server", "--help").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProcessBuilder command(String... words) {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(nowhere()));
    }

    private static File nowhere() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A launcher may have started the server as its child.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
