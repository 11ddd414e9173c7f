package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyPreviewTest {

    private static final String STRICT = """
        policy: provenance-gate/v1
        name: strict
        licenses:
          forbidden: ["CC-BY-4.0"]
        """;

    private static final String MILD = """
        policy: provenance-gate/v1
        name: mild
        rules:
          license-missing: {severity: off}
        """;

    @TempDir
    private Path folder = Path.of("");

    private Called preview(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "policy";
        all[1] = "preview";
        System.arraycopy(more, 0, all, 2, more.length);
        return Called.in(folder, all);
    }

    private void submissions() {
        Submission.of(folder.resolve("all/harbour"), Submission.HUMAN);
        Submission.of(folder.resolve("all/notes"), Submission.HUMAN)
                .replacing("provenance.yaml", "  license: CC-BY-4.0\ncontributors:", "contributors:");
        new Submission(folder).with("strict.yaml", STRICT).with("mild.yaml", MILD);
    }

    @Test
    void whoFlipsIsNamedWithItsRuleAndADraft() {
        submissions();

        Called strict = preview("strict.yaml", "all", "--format", "json");

        assertThat(strict.exit()).as(strict.err()).isEqualTo(1);
        assertThat(strict.json().at("/looked").intValue()).isEqualTo(2);
        assertThat(strict.json().at("/flips").intValue()).isEqualTo(1);
        assertThat(strict.json().at("/contributors/0/contributor").asString()).isEqualTo("Jane Example");
        assertThat(strict.json().at("/contributors/0/flips/0/id").asString()).isEqualTo("harbour");
        assertThat(strict.json().at("/contributors/0/flips/0/gained/0").asString())
                .isEqualTo("license-forbidden");
        assertThat(strict.json().at("/contributors/0/flips/0/reasons/0/rule").asString())
                .startsWith("licenses.forbidden adds CC-BY-4.0");
        assertThat(strict.json().at("/contributors/0/starts/0/from").asString()).isEqualTo("2026-12-24");
        assertThat(strict.json().at("/contributors/0/message").asString())
                .contains("harbour", "license-forbidden", "2026-12-24");
    }

    @Test
    void looseningIsAFlipTheOtherWay() {
        submissions();

        Called mild = preview("mild.yaml", "all");

        assertThat(mild.exit()).as(mild.err()).isEqualTo(1);
        assertThat(mild.out())
                .contains("1 of 2 submissions flip")
                .contains("notes: quarantined → accepted")
                .contains("gone  license-missing (rules: license-missing is off, was error)");
    }

    @Test
    void nobodyFlipsUnderThePolicyThereIs() {
        submissions();

        Called same = preview("strict.yaml", "--against", "strict.yaml", "all/harbour", "all/notes");

        assertThat(same.exit()).as(same.err()).isZero();
        assertThat(same.out()).contains("0 of 2 submissions flip");
    }

    @Test
    void aPolicyThatCannotBeUsedIsExit2WithItsPlace() {
        submissions();
        new Submission(folder).with("bad.yaml", "policy: provenance-gate/v1\nnam: x\n");

        Called bad = preview("bad.yaml", "all");

        assertThat(bad.exit()).isEqualTo(2);
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err()).contains("bad.yaml:2:1");
        assertThat(preview("mild.yaml").exit()).isEqualTo(2);
        assertThat(preview("mild.yaml", "nowhere").exit()).isEqualTo(2);
    }
}
