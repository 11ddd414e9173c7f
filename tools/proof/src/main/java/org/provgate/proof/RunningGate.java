package org.provgate.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.provgate.formats.tree.JsonTree;
import org.provgate.formats.tree.Mapping;
import org.provgate.formats.tree.Scalar;
import org.provgate.formats.tree.SourceText;
import org.provgate.formats.tree.TreeReading;

/// `provgate local` as a process of its own, which can be killed.
final class RunningGate implements AutoCloseable {

    private final Process process;
    private final URI api;
    private final String operator;
    private final String contributor;

    private RunningGate(Process process, URI api, String operator, String contributor) {
        this.process = process;
        this.api = api;
        this.operator = operator;
        this.contributor = contributor;
    }

    /// Waits until the gate says that it is ready.
    ///
    /// @param launcher the `provgate` script, built before
    static RunningGate start(Path launcher, Path data) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        launcher.toString(), "local", "--port", "0", "--data", data.toString(), "--format", "json")
                .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile());
        command.environment().put("PROVGATE_NO_BUILD", "1");
        Process process = command.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null
                || !(JsonTree.read(SourceText.of("ready", line)) instanceof TreeReading.Read(Mapping ready, var _))) {
            process.destroyForcibly();
            throw new IOException("the gate did not start; its log lies beside the data");
        }
        Mapping contributor = (Mapping) ready.get("contributorToken").orElseThrow();
        return new RunningGate(
                process, URI.create(text(ready, "api")), text(ready, "token"), text(contributor, "token"));
    }

    URI api() {
        return api;
    }

    String operator() {
        return operator;
    }

    String contributor() {
        return contributor;
    }

    boolean runs() {
        return process.isAlive();
    }

    /// Memory that the process holds, in bytes, as the system counts it.
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /// As `kill -9` does; returns when the process is gone.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String text(Mapping mapping, String name) {
        return mapping.get(name)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text())
                .orElseThrow();
    }
}
