package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class HouseRulesTest {

    private static final Map<String, ArchRule> RULES = new HouseRules(new Directions(Repository.here())).all();
    private static final JavaClasses CLASSES = Classes.ofTheRepository();

    static final Collection<? extends Arguments> rules = RULES.entrySet().stream()
            .map(rule -> argumentSet(rule.getKey(), rule.getValue()))
            .toList();

    /// What each rule is there to stop: the rule, the module, a method body or more that breaks it.
    static final List<Arguments> breaches = List.of(
            breach("time comes in as a parameter", "tools/cli", "java.time.Instant.now();"),
            breach("time comes in as a parameter", "tools/cli", "java.time.LocalDate.now(java.time.ZoneOffset.UTC);"),
            breach("time comes in as a parameter", "tools/cli", "seen = java.time.Instant::now;"),
            breach("time comes in as a parameter", "tools/cli", "System.currentTimeMillis();"),
            breach("time comes in as a parameter", "tools/cli", "new java.util.Date();"),
            breach(
                    "only programs and functions take the system's clock",
                    "shared/core",
                    "java.time.Clock.systemUTC();"),
            breach("nothing sleeps", "tools/cli", "try { Thread.sleep(1); } catch (InterruptedException e) { }"),
            breach("no stack trace goes to wherever it likes", "tools/cli", "new Error().printStackTrace();"),
            breach("only programs print stack traces", "shared/core", "new Error().printStackTrace(System.err);"),
            breach("only programs print and exit", "functions/place", "System.out.println();"),
            breach("only programs print and exit", "shared/core", "System.exit(1);"),
            breach(
                    "core sees the JDK and JSpecify alone",
                    "shared/core",
                    "seen = () -> org.assertj.core.api.Assertions.assertThat(1);"),
            breach(
                    "core sees no file, no network and no log",
                    "shared/core",
                    "java.nio.file.Files.exists(java.nio.file.Path.of(\"x\"));"),
            breach(
                    "JSON and YAML libraries are seen by formats and by the embedded servers alone",
                    "shared/usecases",
                    "new tools.jackson.databind.json.JsonMapper();"),
            breach("the expression language is seen by conditions alone", "shared/core", "dev.cel.Client.of();"),
            breach(
                    "the AWS SDK is seen by the adapters, and by what runs them on one machine",
                    "functions/place",
                    "software.amazon.awssdk.Client.of();"),
            breach(
                    "the Lambda runtime is seen by functions and by what runs them",
                    "shared/core",
                    "com.amazonaws.services.lambda.Client.of();"));

    private static Arguments breach(String rule, String module, String statement) {
        return argumentSet(rule + ": " + statement, rule, module, statement);
    }

    @ParameterizedTest
    @FieldSource("rules")
    void everyClassKeeps(ArchRule rule) {
        rule.check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("breaches")
    void aBreachIsSeen(String rule, String module, String statement, @TempDir Path root) throws IOException {
        for (String library : List.of("dev.cel", "software.amazon.awssdk", "com.amazonaws.services.lambda")) {
            Classes.compile(root, "seen", library + ".Client", """
                    package %s;

                    public record Client() {
                        public static Client of() {
                            return new Client();
                        }
                    }
                    """.formatted(library));
        }
        Classes.compile(root, module, "offender.Offender", """
                package offender;

                public final class Offender {
                    static java.util.function.Supplier<?> seen;

                    static void offend() {
                        %s
                    }
                }
                """.formatted(statement));

        assertThatThrownBy(() -> rule(rule, root).check(Classes.below(root.resolve(module))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("offender.Offender");
    }

    @Test
    void aClockThatCameInMayBeRead(@TempDir Path root) throws IOException {
        Classes.compile(root, "shared/core", "fine.Fine", """
                package fine;

                public record Fine(java.time.Clock clock) {
                    public java.time.LocalDate today() {
                        return java.time.LocalDate.now(clock);
                    }
                }
                """);

        rule("time comes in as a parameter", root).check(Classes.below(root));
    }

    private static ArchRule rule(String name, Path root) {
        return Objects.requireNonNull(
                new HouseRules(new Directions(new Repository(root))).all().get(name));
    }

    @Test
    void everyRuleHasABreach() {
        assertThat(breaches.stream().map(breach -> breach.get()[0]).collect(Collectors.toSet()))
                .isEqualTo(RULES.keySet());
    }
}
