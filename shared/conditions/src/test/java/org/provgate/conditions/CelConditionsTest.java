package org.provgate.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.core.policy.Condition;
import org.provgate.core.policy.Condition.Answer;
import org.provgate.core.policy.Condition.Compilation;
import org.provgate.core.policy.Condition.Fault;

class CelConditionsTest {

    private static final CelConditions CONDITIONS = new CelConditions();

    private static final Map<String, Object> VARIABLES = Map.of(
            "dataset",
            Map.of("name", "Harbour phrasebook", "languages", List.of("en", "nb"), "license", "CC-BY-4.0"),
            "teachers",
            List.of(
                    Map.of(
                            "family",
                            "boreas-1",
                            "uses",
                            List.of("generated"),
                            "terms",
                            Map.of("category", "permitted")),
                    Map.of("family", "", "uses", List.of("judged"), "terms", Map.of("category", "unknown"))),
            "files",
            List.of(Map.of("path", "data/a.jsonl", "bytes", 2_000L, "rows", 17L)),
            "today",
            "2026-11-01");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "!(\"en\" in dataset.languages && size(dataset.languages) == 1)",
                "teachers.exists(t, t.terms.category == \"unknown\")",
                "teachers.filter(t, \"judged\" in t.uses).size() == 1",
                "files.map(f, f.bytes)[0] > 1999 && files.all(f, f.path.matches(\"^data/.*[.]jsonl$\"))",
                "today >= \"2026-10-31\"",
                "has(dataset.license)",
                "dataset.name.startsWith(\"Harbour\") ? true : false",
            })
    void aConditionIsAnswered(String text) {
        assertThat(answer(text)).isEqualTo(new Answer.Holds());
        assertThat(answer("!(" + text + ")")).isEqualTo(new Answer.HoldsNot());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dataset.licence == "MIT"            | 1 | 8  | no member "licence" there; did you mean "license"?
                    techers.size() > 0                  | 1 | 1  | no variable or function "techers"; did you mean "teachers"?
                    size(dataset.languages)             | 1 | 5  | expected type 'bool' but found 'int'
                    dataset.name == 3                   | 1 | 14 | found no matching overload for '_==_'
                    dataset.name ==                     | 1 | 16 | mismatched input '<EOF>'
                    teachers.exists(t, t.uses)          | 1 | 16 | applied to '(bool, list(string))'
                    """)
    void whatCannotBeAskedIsFoundBefore(String text, int line, int column, String message) {
        assertThat(faults(text)).first().satisfies(fault -> {
            assertThat(fault.message()).contains(message);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
        });
    }

    @Test
    void placesCountTheWayEditorsDo() {
        assertThat(faults("true &&\n  \"\ud83d\ude00\" == nothing")).first().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(11);
        });
    }

    @Test
    void aConditionThatFaultsHasNoAnswer() {
        assertThat(answer("files[3].bytes > 0")).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer("1 / (size(files) - 1) == 1"))
                .isInstanceOfSatisfying(
                        Answer.Unanswered.class,
                        unanswered -> assertThat(unanswered.why()).contains("/ by zero"));
    }

    @Test
    void manyStepsAreTooMany() {
        List<Object> many = Collections.nCopies(3_000, Map.of("bytes", 1L));

        assertThat(over("files.all(a, files.all(b, a.bytes == b.bytes)) || true", Map.of("files", many)))
                .isInstanceOfSatisfying(
                        Answer.Unanswered.class,
                        unanswered -> assertThat(unanswered.why()).contains("steps"));
    }

    @Test
    void aTextThatDoublesIsStopped() {
        String text = "dataset.name + dataset.name";
        for (int i = 0; i < 6; i++) {
            text = "[%s].map(t, t + t + t + t + t + t + t + t + t + t)[0]".formatted(text);
        }

        assertThat(over(text + " == \"\"", Map.of("dataset", Map.of("name", "harbour"))))
                .isInstanceOfSatisfying(
                        Answer.Unanswered.class,
                        unanswered -> assertThat(unanswered.why()).contains("text of more"));
    }

    @Test
    void whatIsLongOrDeepIsNotRead() {
        assertThat(faults("true" + " && true".repeat(CelConditions.LONGEST / 8)))
                .isNotEmpty();
        assertThat(faults("(".repeat(100) + "true" + ")".repeat(100))).isNotEmpty();
    }

    @Test
    void aLargeSubmissionIsAskedInTime() {
        List<Object> files = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            files.add(Map.of("path", "data/" + i + ".jsonl", "bytes", (long) i, "rows", 1L));
        }

        assertThat(over("files.exists(f, f.bytes > 99999 || f.path.endsWith(\".exe\"))", Map.of("files", files)))
                .isEqualTo(new Answer.HoldsNot());
    }

    @Test
    void theLanguageIsNotLoadedBeforeTheFirstCondition() throws IOException, ReflectiveOperationException {
        URL[] own = {folderOf(CelConditions.class), folderOf(Condition.class)};
        try (URLClassLoader withoutTheLibrary = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            Object conditions = withoutTheLibrary
                    .loadClass(CelConditions.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThatThrownBy(() -> conditions
                            .getClass()
                            .getMethod("compile", String.class)
                            .invoke(conditions, "true"))
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static URL folderOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Answer answer(String text) {
        return over(text, VARIABLES);
    }

    private static Answer over(String text, Map<String, Object> variables) {
        return CONDITIONS.compile(text) instanceof Compilation.Ready(Condition condition)
                ? condition.over(variables)
                : new Answer.Unanswered("not compiled: " + faults(text));
    }

    private static List<Fault> faults(String text) {
        return CONDITIONS.compile(text) instanceof Compilation.Faulty(List<Fault> faults) ? faults : List.of();
    }
}
