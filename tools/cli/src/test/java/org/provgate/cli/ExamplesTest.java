package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `docs/examples` shows can be used as it is.
class ExamplesTest {

    @TempDir
    private Path folder = Path.of("");

    private static Map<?, ?> example(String name) throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = Objects.requireNonNull(at.getParent(), "the repository's root");
        }
        Object document = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(at.resolve("docs/examples").resolve(name)));
        return (Map<?, ?>) Objects.requireNonNull(document, name);
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name);
    }

    private static List<?> list(Map<?, ?> parent, String name) {
        return (List<?>) Objects.requireNonNull(parent.get(name), name);
    }

    /// Runs what an example runs, over a dataset with one fault.
    private void runs(String command) throws IOException {
        Submission.of(folder.resolve("dataset"), Submission.CLAUDE);
        String[] words = command.split(" ", -1);
        assertThat(words[0]).endsWith("provgate");

        Called called = Called.in(folder, Arrays.copyOfRange(words, 1, words.length));

        assertThat(called.exit()).as(called.err()).isEqualTo(1);
        JsonNode results = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("provenance.sarif")))
                .at("/runs/0/results");
        assertThat(results.at("/0/ruleId").asString()).isEqualTo("teacher-undeclared");
    }

    @Test
    void theActionDecidesAndUploadsWhatItWrote() throws IOException {
        Map<?, ?> action = example("github-action.yaml");
        List<?> steps = list(map(map(action, "jobs"), "provenance"), "steps");
        List<Map<?, ?>> shown =
                steps.stream().<Map<?, ?>>map(step -> (Map<?, ?>) step).toList();
        String run = shown.stream()
                .flatMap(step -> Stream.ofNullable(step.get("run")))
                .map(Object::toString)
                .findFirst()
                .orElseThrow();

        runs(run);
        assertThat(shown).allMatch(step -> step.containsKey("run") != step.containsKey("uses"));
        Map<?, ?> last = shown.getLast();
        assertThat(map(last, "with").get("sarif_file")).isEqualTo("provenance.sarif");
        assertThat(Objects.toString(last.get("if"))).contains("!cancelled()");
        assertThat(map(action, "permissions").get("security-events")).isEqualTo("write");
    }

    @Test
    void theHookDecidesOnceForAllFiles() throws IOException {
        Map<?, ?> repository =
                (Map<?, ?>) list(example("pre-commit-config.yaml"), "repos").getFirst();
        Map<?, ?> hook = (Map<?, ?>) list(repository, "hooks").getFirst();

        runs(Objects.toString(hook.get("entry")));
        assertThat(hook.get("pass_filenames")).isEqualTo(false);
        assertThat(Objects.toString(hook.get("id"))).isEqualTo("provenance");
    }
}
