package org.provgate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of attacks names tests that are there, and all that are here.
class AttackTest {

    private static final Path ROOT = Path.of("..", "..");

    @Test
    void everyAttackIsATest() throws IOException {
        for (Attack attack : Attack.all()) {
            Path tests = ROOT.resolve(attack.module()).resolve("src/test/java");
            assertThat(source(tests, attack.type()))
                    .as("%s of %s", attack.test(), attack.module())
                    .contains("void " + attack.method() + "(");
        }
    }

    private static String source(Path folder, String type) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(file -> file.endsWith(type + ".java")).toList();
            assertThat(found).as(type + " below " + folder).hasSize(1);
            return Files.readString(found.getFirst());
        }
    }

    @Test
    void everyTestOfThisPackageIsListed() throws IOException {
        List<String> listed = Attack.all().stream().map(Attack::test).toList();
        assertThat(listed).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/provgate/proof/attack"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String type = String.valueOf(file.getFileName()).replace(".java", "");
                assertThat(Files.readString(file)
                                .lines()
                                .filter(line -> line.matches("    void \\w+\\(.*"))
                                .map(line -> line.strip()
                                        .substring(
                                                "void ".length(), line.strip().indexOf('(')))
                                .filter(method -> !isSetUp(file, method))
                                .map(method -> type + "#" + method))
                        .isSubsetOf(listed);
            }
        }
    }

    private static boolean isSetUp(Path file, String method) {
        try {
            return Files.readString(file).matches("(?s).*@(BeforeAll|AfterAll)\\s+void " + method + "\\(.*");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void aNameIsASentence() {
        assertThat(new Attack("k", "m", "SomeTest#aKeyIsDecodedOnce").sentence())
                .isEqualTo("a key is decoded once");
    }
}
