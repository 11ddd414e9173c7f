package org.provgate.usecases.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "500 MB, 500000000", "64GiB, 68719476736", "8 kib, 8192", "2TB, 2000000000000"})
    void aCountHasAUnitOrNone(String text, long bytes) {
        assertThat(ByteCount.parse(text)).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5 GB", "64 gigs", "GB", "99999999999 TiB", "1  MB"})
    void whatIsNoCountIsNone(String text) {
        assertThat(ByteCount.parse(text)).isEmpty();
    }
}
