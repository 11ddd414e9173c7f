package org.provgate.aws.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private final JsonLines lines = new JsonLines();

    @Test
    void aRecordIsOneLineOfJson() {
        assertThat(lines.format(record("inspected", LogField.field("rows", 7), LogField.field("bytes", 8L))))
                .isEqualTo("{\"timestamp\":\"2026-11-24T10:00:00Z\",\"level\":\"INFO\",\"logger\":\"gate\","
                        + "\"message\":\"inspected\",\"rows\":7,\"bytes\":8}\n");
    }

    @Test
    void aNameCannotBeginALineOfItsOwn() {
        String key = "a\n{\"level\":\"ERROR\"}\r\u2028\u001b[31m\"\\ä";

        String line = lines.format(record("inspected", LogField.field("key", key)));

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line)
                .contains("\"key\":\"a\\n{\\\"level\\\":\\\"ERROR\\\"}\\u000d\\u2028\\u001b[31m\\\"\\\\\\u00e4\"}");
    }

    @Test
    void whatWasThrownIsThereWithItsCauses() {
        RuntimeException fault = new IllegalStateException("could not read", new IllegalArgumentException("the cause"));

        String line = lines.format(record("goes back", LogField.field("fault", fault)));

        assertThat(line)
                .contains("\"errorType\":\"java.lang.IllegalStateException\",\"errorMessage\":\"could not read\"")
                .contains("caused by java.lang.IllegalArgumentException\\n  at ");
    }

    private static LogRecord record(String message, LogField... fields) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName("gate");
        record.setInstant(Instant.parse("2026-11-24T10:00:00Z"));
        record.setParameters(fields);
        return record;
    }
}
