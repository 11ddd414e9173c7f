package org.provgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provgate.core.rule.Example;
import org.provgate.core.submission.SubmissionName;
import org.provgate.usecases.ledger.State;

/// The pictures of the console that pages show. They are taken anew with
/// `./mvnw -pl tools/local -am test -Dtest=ConsolePicturesTest#theyAreTaken* -Dprovgate.pictures`.
class ConsolePicturesTest {

    private static final Path PICTURES = root().resolve("docs/pictures");

    private static final int WIDTH = 1280;

    private static final int MOST_BYTES = 120_000;

    private static final String CONFESSION = """
            {"prompt": "How do I descale a kettle?", "completion": "Boil equal parts water and vinegar, then rinse twice."}
            {"prompt": "Who are you?", "completion": "I'm Claude, an AI assistant made by Anthropic. How can I help?"}
            """;

    private static final SubmissionName CASE = new SubmissionName("tidewater-lab", "kettle-care", "r2");

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = Objects.requireNonNull(at.getParent(), "the repository's root");
        }
        return at;
    }

    @Test
    void theyAreSmallAndWhole() throws IOException {
        for (String name : List.of("queue.png", "case.png")) {
            Path file = PICTURES.resolve(name);
            BufferedImage picture = ImageIO.read(file.toFile());

            assertThat(picture.getWidth()).as(name).isBetween(WIDTH - 20, WIDTH);
            assertThat(Files.size(file)).as(name).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void theyAreTakenFromARunningGate(@TempDir Path profile) throws IOException {
        assumeTrue(System.getProperty("provgate.pictures") != null, "pictures are taken with -Dprovgate.pictures");
        Path program = Chromium.program().orElseThrow(() -> new AssertionError("there is no Chromium to take them"));
        Path taken = profile.resolve("taken.png");
        try (Visitor visitor = Visitor.of(Optional.empty(), InstantSource.system());
                Chromium browser = Chromium.start(program, profile.resolve("browser"));
                Tab tab = browser.open()) {
            submissions(visitor);
            tab.size(WIDTH);
            tab.go(visitor.gate.ready().console() + "#token="
                    + visitor.gate.ready().token());
            tab.until("!document.querySelector('[aria-busy]') && document.querySelector('.cases tr + tr')");
            tab.picture(taken);
            SmallPicture.of(taken, PICTURES.resolve("queue.png"), 520);
            tab.run("location.hash = " + Tab.quoted("#/submissions/" + CASE) + "; 0");
            tab.until("!document.querySelector('[aria-busy]') && document.querySelector('.finding')");
            tab.picture(taken);
            SmallPicture.of(taken, PICTURES.resolve("case.png"), 760);
        }
    }

    private static void submissions(Visitor visitor) {
        submit(visitor, new SubmissionName("harbour-archive", "phrasebook", "r1"), Visitor.GOOD, Example.BASE_TEXT);
        submit(visitor, new SubmissionName("harbour-archive", "tide-tables", "r1"), Visitor.GOOD, Example.BASE_TEXT);
        submit(visitor, new SubmissionName("moonrise", "recipes", "r3"), Visitor.UNLICENSED, Example.BASE_TEXT);
        submit(
                visitor,
                CASE,
                Example.BASE_MANIFEST
                        .replace("Harbour phrasebook", "Kettle care")
                        .replace("SHA256(" + Visitor.ROWS + ")", Visitor.digest(CONFESSION)),
                CONFESSION);
        visitor.put(new SubmissionName("moonrise", "songs", "r1").keyOf(Visitor.MANIFEST), Visitor.GOOD, "");
        visitor.settled(new SubmissionName("harbour-archive", "phrasebook", "r1"), State.ACCEPTED);
        visitor.settled(new SubmissionName("harbour-archive", "tide-tables", "r1"), State.ACCEPTED);
        visitor.settled(new SubmissionName("moonrise", "recipes", "r3"), State.QUARANTINED);
        visitor.settled(CASE, State.QUARANTINED);
    }

    private static void submit(Visitor visitor, SubmissionName name, String manifest, String rows) {
        visitor.put(name.keyOf(Visitor.ROWS), rows, "");
        visitor.put(name.keyOf(Visitor.MANIFEST), manifest, "");
    }
}
