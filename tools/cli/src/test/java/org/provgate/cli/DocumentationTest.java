package org.provgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What pages say the command does, it does. Sessions are written anew with `-Dprovgate.write`.
class DocumentationTest {

    private static final Path ROOT = root();

    private static final Path FOLDERS = ROOT.resolve("tools/cli/src/test/resources/transcripts");

    private static final Pattern CODE = Pattern.compile("`(?:\\./)?provgate ([^`]+)`");

    /// Words of pages that stand for something else.
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z][A-Z0-9_-]*…?|…");

    private static final Set<String> BLOCKS = Set.of("```sh", "```bash");

    @TempDir
    private Path folder = Path.of("");

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = Objects.requireNonNull(at.getParent(), "the repository's root");
        }
        return at;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void sessionsShowWhatTheCommandAnswers() throws IOException {
        for (Path page : pages()) {
            List<String> lines = Files.readAllLines(page);
            List<Transcript.Block> blocks = Transcript.of(lines).blocks();
            if (blocks.isEmpty()) {
                continue;
            }
            Path work = folder.resolve(page.getFileName().toString());
            copyFolders(work);
            List<String> rewritten = new ArrayList<>(lines);
            for (Transcript.Block block : blocks.reversed()) {
                rewritten
                        .subList(
                                block.firstLine(),
                                block.firstLine() + block.lines().size())
                        .clear();
            }
            int shift = 0;
            for (Transcript.Block block : blocks) {
                List<String> played = play(block, work);
                rewritten.addAll(block.firstLine() + shift, played);
                shift += played.size() - block.lines().size();
                if (!Boolean.getBoolean("provgate.write")) {
                    assertThat(played).as("a session in %s", page.getFileName()).isEqualTo(block.lines());
                }
            }
            if (Boolean.getBoolean("provgate.write")) {
                Files.write(page, rewritten);
            }
        }
    }

    private static List<String> play(Transcript.Block block, Path work) {
        List<String> lines = new ArrayList<>();
        for (Transcript.Exchange exchange : Transcript.exchanges(block)) {
            lines.add("$ " + exchange.typed());
            String[] words = exchange.typed().split(" ", -1);
            if (!words[0].equals("provgate")) {
                fail("only provgate is run, not %s", words[0]);
            }
            Called called = Called.in(work, Arrays.copyOfRange(words, 1, words.length));
            Stream.concat(called.out().lines(), called.err().lines())
                    .map(String::stripTrailing)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static void copyFolders(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDERS)) {
            for (Path from : all.toList()) {
                Path target = to.resolve(FOLDERS.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(from, target);
                }
            }
        }
    }

    @Test
    void everyCommandThatAPageNamesCanBeTyped() throws IOException {
        int seen = 0;
        for (Path page : pages()) {
            for (String typed : commands(Files.readAllLines(page))) {
                seen++;
                CommandLine line = Main.line(new Console(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        false,
                        false,
                        folder,
                        InstantSource.fixed(Instant.EPOCH)));
                try {
                    line.parseArgs(words(typed));
                } catch (CommandLine.MissingParameterException half) {
                    // A page may name a command without all it takes.
                } catch (CommandLine.ParameterException fault) {
                    fail("%s names `provgate %s`: %s".formatted(ROOT.relativize(page), typed, fault.getMessage()));
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static String[] words(String typed) {
        return Arrays.stream(typed.strip().split(" +", -1))
                .filter(word -> !word.equals("…"))
                .map(word -> PLACEHOLDER.matcher(word).matches() ? "x" : word)
                .toArray(String[]::new);
    }

    private static List<String> commands(List<String> page) {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : page) {
            if (line.startsWith("```")) {
                shell = BLOCKS.contains(line);
            } else if (shell && line.matches("(?:\\./)?provgate .*")) {
                commands.add(line.replaceFirst("^(?:\\./)?provgate ", "").replaceFirst("\\s+(?:#|\\|).*", ""));
            } else {
                Matcher code = CODE.matcher(line);
                while (code.find()) {
                    commands.add(code.group(1));
                }
            }
        }
        return commands;
    }

    @Test
    void everyPolicyOnAPageIsRead() throws IOException {
        int seen = 0;
        for (Path page : pages()) {
            for (String block : yaml(page, "policy: ")) {
                seen++;
                Path policy = Files.writeString(folder.resolve("policy.yaml"), block);
                Called called = Called.in(folder, "policy", "check", policy.toString());
                assertThat(called.exit())
                        .as("%s%n%s%n%s", page, block, called.err())
                        .isZero();
            }
        }
        assertThat(seen).isGreaterThan(4);
    }

    @Test
    void theManifestThatSaysEverythingIsAccepted() throws IOException {
        copyFolders(folder);
        List<String> manifests = yaml(ROOT.resolve("docs/manifest.md"), "manifest: ");
        assertThat(manifests).hasSize(1);
        Files.writeString(folder.resolve("harbour/provenance.yaml"), manifests.getFirst());

        assertThat(Called.in(folder, "validate", "harbour").out()).startsWith("accepted");
    }

    /// Blocks of YAML that begin so.
    private static List<String> yaml(Path page, String beginning) throws IOException {
        Matcher blocks = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(page));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).startsWith(beginning)) {
                found.add(blocks.group(1));
            }
        }
        return found;
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
        int seen = 0;
        for (Path page : pages()) {
            Matcher links = link.matcher(Files.readString(page));
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://") && !target.startsWith("mailto:")) {
                    seen++;
                    assertThat(page.resolveSibling(target))
                            .as("%s links to %s", page, target)
                            .exists();
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
    }
}
