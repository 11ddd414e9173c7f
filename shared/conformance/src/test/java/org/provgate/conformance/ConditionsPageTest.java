package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.conditions.CelConditions;
import org.provgate.core.condition.Struct;
import org.provgate.core.condition.ValueType;
import org.provgate.core.condition.Variables;
import org.provgate.core.policy.Condition.Compilation;
import org.provgate.formats.report.ConditionsPage;

/// The page on conditions is printed from their declarations. `./mvnw verify -Dprovgate.write` writes it anew.
class ConditionsPageTest {

    private static final Path PAGE = Repository.here().root().resolve("docs/custom-conditions.md");

    @Test
    void thePageOnDiskIsThatOfTheDeclarations() throws IOException {
        String rendered = ConditionsPage.markdown(CelConditions.bounds());
        if (System.getProperty("provgate.write") != null) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(PAGE)
                .as("docs/custom-conditions.md; -Dprovgate.write writes it anew")
                .hasContent(rendered);
    }

    static Stream<String> samples() {
        return Stream.concat(ConditionsPage.SAMPLES.stream().map(ConditionsPage.Sample::condition), everyMember());
    }

    /// Every variable and every member of it, asked for.
    private static Stream<String> everyMember() {
        return paths("", Variables.ALL).map(path -> "type(%s) == type(%s)".formatted(path, path));
    }

    private static <T> Stream<String> paths(String prefix, Struct<T> of) {
        return of.members().values().stream().flatMap(member -> {
            String path = prefix + member.name();
            return switch (member.type()) {
                case ValueType.Thing(Struct<?> struct) -> paths(path + ".", struct);
                case ValueType.ListOf(ValueType.Thing(Struct<?> struct)) ->
                    Stream.concat(Stream.of(path), paths(path + "[0].", struct));
                case ValueType.ListOf _, ValueType.Text _, ValueType.Whole _, ValueType.Truth _ -> Stream.of(path);
            };
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatThePageNamesCanBeAskedFor(String condition) {
        assertThat(new CelConditions().compile(condition)).isInstanceOf(Compilation.Ready.class);
    }
}
