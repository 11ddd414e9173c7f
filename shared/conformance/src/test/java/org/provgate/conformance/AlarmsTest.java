package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.conformance.Template.items;
import static org.provgate.conformance.Template.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Whatever goes wrong is heard of: by an alarm with a name, on the dashboard, and in a line that the code does write.
class AlarmsTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Template TEMPLATE = Template.of(REPOSITORY);

    private static final Pattern MESSAGE = Pattern.compile("\\$\\.message = \"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("\\$\\.(\\w+)");

    /// Members of every log line.
    private static final Set<String> ALWAYS = Set.of("message", "level");

    static Collection<Map.Entry<String, Map<String, Object>>> alarms() {
        return TEMPLATE.resources("AWS::CloudWatch::Alarm").entrySet();
    }

    static Collection<Map.Entry<String, Map<String, Object>>> filters() {
        return TEMPLATE.resources("AWS::Logs::MetricFilter").entrySet();
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void anAlarmHasANameAndAReasonAndTellsTheOperators(Map.Entry<String, Map<String, Object>> alarm) {
        assertThat(alarm.getValue())
                .containsEntry("AlarmActions", List.of("AlarmTopic"))
                .containsEntry("OKActions", List.of("AlarmTopic"))
                .containsKeys("TreatMissingData", "Threshold", "ComparisonOperator", "EvaluationPeriods");
        assertThat(String.valueOf(alarm.getValue().get("AlarmName"))).startsWith("provgate-");
        assertThat(String.valueOf(alarm.getValue().get("AlarmDescription"))).endsWith(".");
    }

    @Test
    void everyAlarmIsOnTheDashboard() {
        Map<String, Object> dashboard =
                TEMPLATE.resources("AWS::CloudWatch::Dashboard").getOrDefault("Dashboard", Map.of());
        Map<String, Object> body = mapping(new Load(LoadSettings.builder().build())
                .loadFromString(String.valueOf(dashboard.get("DashboardBody"))));
        Map<String, Object> first =
                mapping(items(body.getOrDefault("widgets", List.of())).getFirst());

        assertThat(first).containsEntry("type", "alarm");
        assertThat(items(mapping(first.getOrDefault("properties", Map.of())).getOrDefault("alarms", List.of())))
                .containsExactlyInAnyOrderElementsOf(alarms().stream()
                        .map(alarm -> "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:"
                                + alarm.getValue().get("AlarmName"))
                        .toList());
    }

    @Test
    void withoutAnApiTheDashboardIsStillRead() {
        Template plain = Template.of(REPOSITORY, Map.of("TokenIssuer", ""));
        String body = String.valueOf(plain.resources("AWS::CloudWatch::Dashboard")
                .getOrDefault("Dashboard", Map.of())
                .get("DashboardBody"));

        assertThat(mapping(new Load(LoadSettings.builder().build()).loadFromString(body)))
                .containsKey("widgets");
        assertThat(body).doesNotContain("-api-");
    }

    @Test
    void everyMetricOfOursIsCountedByAFilterAndShownOrWatched() {
        Set<String> counted = filters().stream()
                .flatMap(filter -> items(filter.getValue().getOrDefault("MetricTransformations", List.of())).stream())
                .map(metric -> String.valueOf(mapping(metric).get("MetricName")))
                .collect(Collectors.toCollection(TreeSet::new));
        String alarms = String.valueOf(TEMPLATE.resources("AWS::CloudWatch::Alarm"));
        String dashboard = String.valueOf(TEMPLATE.resources("AWS::CloudWatch::Dashboard"));

        assertThat(counted).allMatch(metric -> alarms.contains(metric) || dashboard.contains("\"" + metric + "\""));
        assertThat(alarms().stream()
                        .map(Map.Entry::getValue)
                        .filter(alarm -> String.valueOf(alarm.get("Namespace")).startsWith("Provgate/"))
                        .map(alarm -> String.valueOf(alarm.get("MetricName"))))
                .isNotEmpty()
                .allMatch(counted::contains);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterLooksForALineThatTheCodeWrites(Map.Entry<String, Map<String, Object>> filter) throws IOException {
        String pattern = String.valueOf(filter.getValue().get("FilterPattern"));
        String value = String.valueOf(mapping(items(filter.getValue().getOrDefault("MetricTransformations", List.of()))
                        .getFirst())
                .get("MetricValue"));
        Set<String> fields = FIELD.matcher(pattern + " " + value)
                .results()
                .map((MatchResult field) -> field.group(1))
                .filter(field -> !ALWAYS.contains(field))
                .collect(Collectors.toCollection(TreeSet::new));

        for (String message : MESSAGE.matcher(pattern)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList()) {
            assertThat(writers(message, fields))
                    .as("what writes \"%s\" with %s", message, fields)
                    .isNotEmpty();
        }
    }

    private static List<Path> writers(String message, Set<String> fields) throws IOException {
        List<Path> writers = new ArrayList<>();
        for (Path file : REPOSITORY.javaFiles()) {
            String source = Files.readString(file);
            boolean ships = REPOSITORY.root().relativize(file).toString().contains("src/main/java/");
            if (ships
                    && source.contains("\"" + message + "\"")
                    && fields.stream().allMatch(field -> source.contains("field(\"" + field + "\""))) {
                writers.add(file);
            }
        }
        return writers;
    }
}
