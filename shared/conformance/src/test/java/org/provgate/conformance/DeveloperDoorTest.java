package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tools/dev` does what it says.
class DeveloperDoorTest {

    private static final Path ROOT = Repository.here().root();

    private static final String RULES = "shared/core/src/main/java/org/provgate/core/rule/source";

    private static final String RULEBOOK = "shared/core/src/main/java/org/provgate/core/rulebook";

    private static final Pattern COMMAND = Pattern.compile("^tools/dev ([a-z]+) ", Pattern.MULTILINE);

    @TempDir
    private Path folder = Path.of("");

    /// What a process said, both streams in one.
    private record Said(int exit, String text) {}

    private static Said run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent(), "below the folder"));
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void everyCommandOfTheDoorSaysMoreOfItself() throws IOException, InterruptedException {
        Said help = run(ROOT, "tools/dev", "--help");
        assertThat(help.exit()).isZero();
        List<String> commands = new ArrayList<>();
        for (Matcher matcher = COMMAND.matcher(help.text()); matcher.find(); ) {
            commands.add(matcher.group(1));
        }

        assertThat(commands).contains("check", "quick", "format", "docs", "rule", "verdicts", "bench", "proof");
        for (String command : commands) {
            Said more = run(ROOT, "tools/dev", command, "--help");
            assertThat(more.exit()).as(command).isIn(0, 2);
            assertThat(more.text()).as(command).hasSizeGreaterThan(60);
        }
    }

    @Test
    void anUnknownCommandEndsWithTwoAndASentence() throws IOException, InterruptedException {
        assertThat(run(ROOT, "tools/dev", "frob"))
                .isEqualTo(new Said(2, "tools/dev: no command frob; tools/dev --help lists them\n"));
    }

    @Test
    void aDraftedRuleCompilesAndStandsInTheRulebook() throws IOException, InterruptedException {
        for (String part : List.of("tools/draft", RULES, RULEBOOK)) {
            copy(ROOT.resolve(part), folder.resolve(part));
        }
        Files.createDirectories(folder.resolve(RULES.replace("/main/", "/test/")));
        Files.copy(ROOT.resolve("tools/dev"), folder.resolve("tools/dev"));

        Said drafted = run(folder, "sh", "tools/dev", "rule", "source", "source-too-old");

        assertThat(drafted.exit()).as(drafted.text()).isZero();
        Path book = folder.resolve(RULEBOOK).resolve("Rulebook.java");
        assertThat(book)
                .content()
                .contains("import org.provgate.core.rule.source.SourceTooOld;", "new SourceTooOld());");
        assertThat(folder.resolve(RULES.replace("/main/", "/test/")).resolve("SourceTooOldTest.java"))
                .content()
                .contains("class SourceTooOldTest", "new SourceTooOld()");
        assertThat(compiled(folder.resolve(RULES).resolve("SourceTooOld.java"), book))
                .isEmpty();
        assertThat(run(folder, "sh", "tools/dev", "rule", "source", "source-too-old"))
                .isEqualTo(new Said(2, "tools/dev: there is a rule source-too-old\n"));
    }

    /// What the compiler has to say, with the classes of this test's modules at hand.
    private String compiled(Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-d", folder.resolve("classes").toString(), "-proc:none"),
                            null,
                            files.getJavaFileObjects(sources))
                    .call();
        }
        return said.toString();
    }
}
