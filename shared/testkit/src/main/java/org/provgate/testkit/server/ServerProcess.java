package org.provgate.testkit.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.provgate.testkit.wait.Eventually;

/// A server that somebody else wrote, in a process of its own, on a free port of the loopback interface.
final class ServerProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Waits until it listens.
    ///
    /// @param command for a port
    static ServerProcess start(String name, IntFunction<List<String>> command) {
        int port = freePort();
        try {
            ServerProcess server =
                    new ServerProcess(builder(command.apply(port)).start(), port);
            Eventually.holds(name + " listens", () -> server.isListening(name));
            return server;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Whether a command is there and ends well.
    static boolean runs(String... command) {
        try {
            return builder(List.of(command)).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean isListening(String name) {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")));
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
