package org.provgate.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.provgate.aws.log.LogField;

/// Says on one line each what the functions log as warning or worse; the rest is not for a terminal.
final class FaultLog extends Handler implements AutoCloseable {

    private static final Logger ALL = Logger.getLogger("org.provgate");

    private final PrintStream out;

    private FaultLog(PrintStream out) {
        this.out = out;
    }

    static FaultLog to(PrintStream out) {
        FaultLog log = new FaultLog(out);
        log.setLevel(Level.WARNING);
        ALL.setUseParentHandlers(false);
        ALL.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            String fields = line.getParameters() == null
                    ? ""
                    : Arrays.stream(line.getParameters()).map(FaultLog::shown).collect(Collectors.joining());
            String fault = line.getThrown() == null ? "" : " " + line.getThrown();
            out.println("provgate: " + line.getMessage() + fields + fault);
        }
    }

    private static String shown(Object parameter) {
        return switch (parameter) {
            case LogField(String name, Object value) -> " " + name + "=" + value;
            default -> " " + parameter;
        };
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        ALL.removeHandler(this);
    }
}
