package org.provgate.testkit.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A function as Lambda runs it: a process with the runtime interface client, wired from its environment.
public final class FunctionProcess implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final Path log;

    private FunctionProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param classPath with the runtime interface client
    /// @param environment the function's own, beside what Lambda sets
    /// @param folder where its log is written
    public static FunctionProcess start(
            RuntimeApi lambda,
            String handler,
            List<String> classPath,
            List<String> options,
            Map<String, String> environment,
            Path folder)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), CLIENT, handler));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", lambda.address(),
                        "_HANDLER", handler,
                        "LAMBDA_TASK_ROOT", folder.toString(),
                        "AWS_LAMBDA_FUNCTION_NAME", "provgate",
                        "AWS_LAMBDA_FUNCTION_VERSION", "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_LAMBDA_LOG_GROUP_NAME", "/provgate/function",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "1"));
        java.environment()
                .putAll(Map.of(
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local"));
        java.environment().putAll(environment);
        Path log = Files.createTempFile(folder, "function", ".log");
        return new FunctionProcess(
                java.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /// What it has written so far.
    public List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
