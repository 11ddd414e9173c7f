package org.provgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionsTest {

    @Test
    void aNewSectionComesLast() {
        assertThat(Sections.replaced("# Page\n", "speed", "Fast.\n"))
                .isEqualTo("# Page\n\n<!-- begin speed -->\nFast.\n<!-- end speed -->\n");
    }

    @Test
    void onlyTheSectionOfThatNameIsReplaced() {
        String page = Sections.replaced(Sections.replaced("# Page\n", "speed", "Fast."), "cost", "Cheap.");

        assertThat(Sections.replaced(page, "speed", "Faster.")).isEqualTo(page.replace("Fast.", "Faster."));
    }

    @Test
    void theSameSectionAgainChangesNothing() {
        String page = Sections.replaced("# Page\n\nPreface.\n", "speed", "Fast.");

        assertThat(Sections.replaced(page, "speed", "Fast.")).isEqualTo(page);
    }
}
