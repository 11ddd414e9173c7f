package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictLinesTest {

    @Test
    void aReportBecomesALineWithEachCodeOnce() {
        assertThat(VerdictLines.of("""
                        {"outcome": "quarantined", "submission": {"name": "tides"}, "findings": [
                        {"code": "file-missing", "severity": "error"}, {"code": "file-missing", "severity": "error"},
                        {"code": "declaration-unused", "severity": "warning"}]}"""))
                .isEqualTo("tides: quarantined, declaration-unused warning, file-missing error ×2");
    }

    @Test
    void anAcceptedOneHasNoCodes() {
        assertThat(VerdictLines.of(
                        "{\"outcome\": \"accepted\", \"submission\": {\"name\": \"tides\"}, \"findings\": []}"))
                .isEqualTo("tides: accepted");
    }

    @Test
    void whatIsNoReportIsSaidToBeNone() {
        assertThat(VerdictLines.of("provgate: stopped")).isEqualTo("a line that is no report");
    }
}
