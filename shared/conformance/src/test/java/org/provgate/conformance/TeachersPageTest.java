package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.registry.Resolution;

/// `docs/teachers.md` is what the registry and the shipped policy say today. `./mvnw verify -Dprovgate.write` writes
/// it.
class TeachersPageTest {

    private static final Path PAGE = Repository.here().root().resolve("docs/teachers.md");

    @Test
    void thePageIsWhatIsDecided() throws IOException {
        String rendered = TeachersPage.markdown();
        if (System.getProperty("provgate.write") != null) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(PAGE).as("docs/teachers.md; -Dprovgate.write writes it anew").hasContent(rendered);
    }

    @Test
    void itSpeaksOfFortyModelsThatAreKnown() {
        assertThat(TeachersPage.MODELS)
                .hasSize(40)
                .doesNotHaveDuplicates()
                .allSatisfy(model ->
                        assertThat(Decisions.ENGINE.registry().resolve(model)).isInstanceOf(Resolution.Known.class));
    }

    @Test
    void onlyTheTeacherIsInQuestion() {
        for (String model : TeachersPage.MODELS) {
            for (AccessChannel channel : TeachersPage.CHANNELS) {
                assertThat(TeachersPage.decided(
                                        model, TeachersPage.family(model).orElseThrow(), channel)
                                .codes()
                                .keySet())
                        .allSatisfy(code -> assertThat(code.value()).startsWith("teacher-"));
            }
        }
    }
}
