package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What shells and `man` are told of the command.
class ShellTest {

    @TempDir
    private Path folder = Path.of("");

    /// What a program writes, with its complaints.
    private String ran(String program, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(program), "not tried: there is no " + program + " here");
        Path output = folder.resolve("output");
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    private static boolean isInstalled(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    provgate val                        | validate
                    provgate validate --for             | --format
                    provgate status --end               | --endpoint
                    provgate policy ch                  | check
                    """)
    void bashCompletesCommandsAndOptions(String typed, String completed) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion"),
                Called.in(folder, "completion", "bash").out());
        String[] words = typed.split(" ", -1);

        String answer = ran("bash", "-c", """
                source '%s'
                COMP_WORDS=(%s); COMP_CWORD=%d
                _complete_provgate
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, typed, words.length - 1));

        assertThat(answer.lines().map(String::strip)).contains(completed);
    }

    @Test
    void bothShellsGetAScriptAndOthersGetASentence() {
        assertThat(Called.in(folder, "completion", "zsh").out()).contains("bashcompinit", "complete ");
        Called fish = Called.in(folder, "completion", "fish");
        assertThat(fish.exit()).isEqualTo(2);
        assertThat(fish.err()).contains("bash", "zsh");
        assertThat(fish.out()).isEmpty();
    }

    @Test
    void theManualPageSaysWhatHelpSays() {
        List<String> page = Called.in(folder, "man").out().lines().toList();

        assertThat(page.getFirst()).startsWith(".TH PROVGATE 1 ");
        for (String command : Main.line(console()).getSubcommands().keySet()) {
            assertThat(page).as(command).anyMatch(line -> line.startsWith(".SS provgate " + command));
        }
        assertThat(page)
                .contains(".B \\-\\-api, \\-\\-endpoint URL", ".SS provgate policy check")
                .noneMatch(line -> line.contains("${"));
    }

    private Console console() {
        return new Console(System.out, System.err, false, false, folder, java.time.InstantSource.system());
    }

    @Test
    void theManualPageIsSetWithoutAComplaint() throws IOException, InterruptedException {
        Path page = Files.write(
                folder.resolve("provgate.1"), Called.in(folder, "man").out().getBytes(StandardCharsets.UTF_8));

        String set = ran("groff", "-man", "-ww", "-Tutf8", "-Kutf8", page.toString());

        assertThat(set).contains("provgate validate").doesNotContain("warning", "error:");
    }
}
