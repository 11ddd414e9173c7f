package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The canary: sources that must not compile, under the very arguments of the parent pom and the very flags of
/// `.mvn/jvm.config`. Analysers have run on a new JDK before and found nothing.
class AnalysersBiteTest {

    private static final Repository REPOSITORY = Repository.here();

    private static final String MARKED = "@org.jspecify.annotations.NullMarked\npackage canary;\n";

    @TempDir
    Path folder;

    @Test
    void aDereferenceOfNullIsAnError() throws IOException, InterruptedException {
        assertThat(compile("""
                package canary;

                import org.jspecify.annotations.Nullable;

                final class Canary {
                    int length(@Nullable String text) {
                        return text.length();
                    }
                }
                """)).contains("Canary.java:7: error: [NullAway]");
    }

    @Test
    void aNullInAGenericTypeIsAnError() throws IOException, InterruptedException {
        assertThat(compile("""
                package canary;

                import java.util.List;
                import org.jspecify.annotations.Nullable;

                final class Canary {
                    List<String> names(List<@Nullable String> given) {
                        return given;
                    }
                }
                """)).contains("Canary.java:8: error: [NullAway]");
    }

    @Test
    void aBugThatErrorProneKnowsIsAnError() throws IOException, InterruptedException {
        assertThat(compile("""
                package canary;

                final class Canary {
                    boolean same(int[] left, int[] right) {
                        return left.equals(right);
                    }
                }
                """)).contains("Canary.java:5: error: [ArrayEquals]");
    }

    @Test
    void aWarningIsAnError() throws IOException, InterruptedException {
        assertThat(compile("""
                package canary;

                final class Canary {
                    java.util.List names = java.util.List.of();
                }
                """))
                .contains("Canary.java:4: warning: [rawtypes]")
                .contains("error: warnings found and -Werror specified");
    }

    @Test
    void unnamedPatternsPass() throws IOException, InterruptedException {
        assertThat(compile("""
                package canary;

                final class Canary {
                    sealed interface Shape {
                        record Circle(double radius) implements Shape {}

                        record Square(double side) implements Shape {}
                    }

                    boolean round(Shape shape) {
                        return switch (shape) {
                            case Shape.Circle _ -> true;
                            case Shape.Square(double _) -> false;
                        };
                    }
                }
                """)).isEmpty();
    }

    /// What the compiler says; empty when it has nothing to say and ends well.
    private String compile(String source) throws IOException, InterruptedException {
        Path description = Files.writeString(folder.resolve("package-info.java"), MARKED);
        Path canary = Files.writeString(folder.resolve("Canary.java"), source);
        String processors = entries(entry -> !entry.contains("DynamoDBLocal"));
        String annotations = entries(entry -> entry.contains("jspecify"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(flagsOfMaven());
        command.addAll(REPOSITORY.texts("arg"));
        command.addAll(
                List.of("--release", "25", "-d", folder.resolve("classes").toString()));
        command.addAll(List.of("-processorpath", processors, "-cp", annotations));
        command.addAll(List.of(description.toString(), canary.toString()));
        ProcessBuilder javac = new ProcessBuilder(command).redirectErrorStream(true);
        javac.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "JDK_JAVAC_OPTIONS", ""));
        Process process = javac.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int result = process.waitFor();
        assertThat(result == 0).as(said).isEqualTo(said.isEmpty());
        return said;
    }

    /// Entries of this test's class path. The database's jar names others in its manifest that are not there, and
    /// javac would remark on them.
    private static String entries(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Files.exists(Path.of(entry)) && wanted.test(entry))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The exports in `.mvn/jvm.config`, as javac takes them.
    private static List<String> flagsOfMaven() throws IOException {
        return Pattern.compile("--add-(?:exports|opens)\\s+(\\S+)")
                .matcher(Files.readString(REPOSITORY.root().resolve(".mvn/jvm.config")))
                .results()
                .map(flag -> "-J" + flag.group().replaceFirst("\\s+", "="))
                .toList();
    }
}
