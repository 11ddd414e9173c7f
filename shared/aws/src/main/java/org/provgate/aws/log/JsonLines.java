package org.provgate.aws.log;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Writes each log record as one line of JSON: message, its [LogField]s, and what was thrown.
public final class JsonLines extends Formatter {

    /// Of each cause; deeper ones say nothing of ours. The innermost cause is what matters, and must not be cut off.
    private static final int FRAMES = 20;

    private static final int CAUSES = 10;

    /// Makes every line of this process such a line.
    public static void install() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            handler.setFormatter(new JsonLines());
        }
    }

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(256).append('{');
        member(line, "timestamp", record.getInstant().toString());
        member(line, "level", level(record));
        member(line, "logger", String.valueOf(record.getLoggerName()));
        member(line, "message", String.valueOf(record.getMessage()));
        Object[] parameters = record.getParameters() == null ? new Object[0] : record.getParameters();
        Arrays.stream(parameters)
                .filter(LogField.class::isInstance)
                .map(LogField.class::cast)
                .forEach(field -> value(line, field));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            thrown(line, thrown);
        }
        return line.append("}\n").toString();
    }

    private static String level(LogRecord record) {
        return switch (record.getLevel().getName()) {
            case "SEVERE" -> "ERROR";
            case "WARNING" -> "WARN";
            case "INFO", "CONFIG" -> "INFO";
            default -> "DEBUG";
        };
    }

    private static void value(StringBuilder line, LogField field) {
        switch (field.value()) {
            case Throwable thrown -> thrown(line, thrown);
            case Integer number -> number(line, field.name(), number);
            case Long number -> number(line, field.name(), number);
            default -> member(line, field.name(), field.value().toString());
        }
    }

    private static void thrown(StringBuilder line, Throwable thrown) {
        member(line, "errorType", thrown.getClass().getName());
        member(line, "errorMessage", String.valueOf(thrown.getMessage()));
        member(line, "stackTrace", stack(thrown));
    }

    /// The innermost cause last. Only classes and lines: what a message quotes stands in `errorMessage` alone.
    private static String stack(Throwable thrown) {
        StringBuilder stack = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            stack.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> stack.append("\n  at ").append(frame));
            cause = cause.getCause();
        }
        return stack.toString();
    }

    private static void number(StringBuilder line, String name, long value) {
        name(line, name);
        line.append(value);
    }

    private static void member(StringBuilder line, String name, String value) {
        name(line, name);
        quoted(line, value);
    }

    private static void name(StringBuilder line, String name) {
        if (line.length() > 1) {
            line.append(',');
        }
        quoted(line, name);
        line.append(':');
    }

    /// A name that a contributor chose can hold line breaks; it shall not begin a line of its own.
    private static void quoted(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c >= 0x80) {
                        line.append("\\u").append("%04x".formatted((int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }
}
