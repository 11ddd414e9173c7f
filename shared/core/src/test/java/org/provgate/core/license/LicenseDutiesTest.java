package org.provgate.core.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.provgate.core.license.LicenseDuties.Duty;

class LicenseDutiesTest {

    private static LicenseExpression read(String text) {
        return LicenseText.read(text).expression().orElseThrow();
    }

    @Test
    void everyLineOfTheTableSpeaksOfALicence() {
        List<String> idle = new ArrayList<>();
        for (String[] row : Table.rows("license-duties.tsv")) {
            IdPattern pattern = new IdPattern(row[0]);
            boolean used = row[0].startsWith("LicenseRef-")
                    || SpdxIds.BUNDLED.licenses().stream().anyMatch(pattern::matches);
            if (!used) {
                idle.add(row[0]);
            }
        }
        assertThat(idle).isEmpty();
    }

    @Test
    void whoeverAsksForTheSameKindNamesIt() {
        for (String[] row : Table.rows("license-duties.tsv")) {
            assertThat(row[1].contains("share-alike")).as(row[0]).isEqualTo(!row[2].equals("-"));
            assertThat(row[3]).as(row[0]).isNotBlank().doesNotEndWith(".");
        }
    }

    /// Many licences of one family differ by a word in the middle: no line may swallow a stricter one.
    @Test
    void everyCreativeCommonsLicenceHasTheDutiesOfItsName() {
        SpdxIds.BUNDLED.licenses().stream().filter(id -> id.startsWith("CC-BY")).forEach(id -> {
            Optional<LicenseDuties> duties = LicenseDuties.of(new LicenseExpression.Listed(id, false));
            assertThat(duties).as(id).isPresent();
            assertThat(duties.get().duties().contains(Duty.NON_COMMERCIAL))
                    .as(id)
                    .isEqualTo(id.contains("-NC"));
            assertThat(duties.get().duties().contains(Duty.NO_DERIVATIVES))
                    .as(id)
                    .isEqualTo(id.contains("-ND"));
            assertThat(duties.get().duties().contains(Duty.SHARE_ALIKE)).as(id).isEqualTo(id.contains("-SA"));
        });
    }

    @Test
    void everyLicenceGoesOutUnderItself() {
        for (String id : SpdxIds.BUNDLED.licenses()) {
            LicenseExpression one = new LicenseExpression.Listed(id, false);
            assertThat(Compatibility.of(one, one).clashes()).as(id).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MIT,CC-BY-4.0,true",
        "CC-BY-SA-4.0,GPL-3.0-only,true",
        "GPL-2.0-only,GPL-3.0-only,false",
        "GPL-2.0-or-later,GPL-3.0-only,true",
        "ODbL-1.0,CC-BY-SA-4.0,false",
        "CC-BY-NC-4.0,CC-BY-NC-ND-4.0,true",
        "CC-BY-NC-ND-4.0,CC-BY-NC-4.0,false",
        "LicenseRef-Unread,CC-BY-4.0,true",
        "CC-BY-SA-4.0 OR ODbL-1.0,ODbL-1.0,true",
        "CC-BY-SA-4.0,MIT OR CC-BY-SA-4.0,true"
    })
    void materialFitsOrDoesNot(String material, String dataset, boolean fits) {
        assertThat(Compatibility.of(read(material), read(dataset)).fits()).isEqualTo(fits);
    }
}
