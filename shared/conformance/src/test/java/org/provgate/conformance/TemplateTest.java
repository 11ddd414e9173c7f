package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.conformance.Template.find;
import static org.provgate.conformance.Template.items;
import static org.provgate.conformance.Template.mapping;
import static org.provgate.conformance.Template.statements;
import static org.provgate.conformance.Template.texts;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.aws.dynamo.LedgerTable;
import org.provgate.aws.rehearsal.Rehearsal;
import org.provgate.aws.wiring.Settings;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/// `template.yaml` against the code: it starts what there is, says what is asked for, and allows no more.
class TemplateTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Template TEMPLATE = Template.of(REPOSITORY);

    static Collection<Map.Entry<String, Map<String, Object>>> functions() {
        return TEMPLATE.resources("AWS::Serverless::Function").entrySet();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionStartsAHandlerOfItsOwnModule(Map.Entry<String, Map<String, Object>> function)
            throws ReflectiveOperationException {
        Class<?> handler = Class.forName(text(function, "Handler"));

        assertThat(Stream.of(handler.getInterfaces()).map(Class::getName))
                .contains("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
        assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
        assertThat(text(function, "CodeUri"))
                .isEqualTo("functions/%s/target/function"
                        .formatted(handler.getPackageName().replace("org.provgate.functions.", "")));
    }

    @Test
    void everyFunctionOfTheRepositoryIsDeclared() {
        Set<String> declared = functions().stream()
                .map(function -> text(function, "CodeUri").replace("/target/function", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(REPOSITORY.modules().stream().filter(module -> module.startsWith("functions/")))
                .isNotEmpty()
                .allMatch(declared::contains, "is declared in template.yaml");
    }

    @Test
    void theEnvironmentSaysWhatSettingsAskForAndNothingElse() {
        Map<String, Object> all = mapping(TEMPLATE.at("Globals", "Function", "Environment", "Variables"));
        Set<String> single = functions().stream()
                .map(function -> mapping(function.getValue().getOrDefault("Environment", Map.of())))
                .map(environment -> mapping(environment.getOrDefault("Variables", Map.of())))
                .flatMap(variables -> variables.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(Settings.REQUIRED);
        assertThat(single).containsExactlyInAnyOrderElementsOf(Settings.OPTIONAL);
    }

    @Test
    void whatIsRehearsedIsThePinnedEvent() throws IOException {
        for (Map.Entry<String, String> rehearsal : Map.of(
                        "inspect", "inspect-object-created.json",
                        "decide", "decide-facts-changed.json",
                        "place", "place-verdict-written.json",
                        "rescan", "rescan-overdue.json",
                        "api", "api-list-submissions.json")
                .entrySet()) {
            assertThat(REPOSITORY
                            .root()
                            .resolve("functions/%s/src/main/resources/org/provgate/functions/%s/%s"
                                    .formatted(rehearsal.getKey(), rehearsal.getKey(), Rehearsal.EVENT)))
                    .hasSameTextualContentAs(REPOSITORY.root().resolve("events").resolve(rehearsal.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionHasALogThatEndsAndAnAlarm(Map.Entry<String, Map<String, Object>> function) {
        String log = String.valueOf(
                mapping(find(function.getValue(), "LoggingConfig").orElseThrow())
                        .get("LogGroup"));

        assertThat(TEMPLATE.resources("AWS::Logs::LogGroup").getOrDefault(log, Map.of()))
                .containsKey("RetentionInDays");
        assertThat(alarms("Errors")).contains(function.getKey());
        assertThat(alarms("Throttles")).contains(function.getKey());
    }

    @Test
    void whatIsLeftLyingRaisesAnAlarm() {
        List<String> queues = TEMPLATE.resources("AWS::SQS::Queue").keySet().stream()
                .filter(queue -> !queue.equals("NoticeQueue"))
                .map(queue -> "arn:aws:made-up:::" + queue + ".QueueName")
                .toList();

        assertThat(queues).hasSize(4);
        assertThat(alarms("ApproximateNumberOfMessagesVisible")).containsExactlyInAnyOrderElementsOf(queues);
        assertThat(alarms("IteratorAge")).containsExactlyInAnyOrder("DecideFunction", "PlaceFunction");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyEventSourceAnswersInPartsAndGivesUpSomewhere(Map.Entry<String, Map<String, Object>> function) {
        mapping(function.getValue().getOrDefault("Events", Map.of())).values().forEach(event -> {
            Map<String, Object> source = mapping(mapping(event).getOrDefault("Properties", Map.of()));
            switch (String.valueOf(mapping(event).get("Type"))) {
                case "SQS" -> assertThat(source).containsEntry("FunctionResponseTypes", answersInParts());
                case "DynamoDB" ->
                    assertThat(source)
                            .containsEntry("FunctionResponseTypes", answersInParts())
                            .containsEntry("BisectBatchOnFunctionError", "true")
                            .containsKeys("MaximumRetryAttempts", "DestinationConfig", "FilterCriteria");
                case "ScheduleV2" -> assertThat(source).containsKeys("ScheduleExpression", "Input");
                case "HttpApi" ->
                    assertThat(source)
                            .containsEntry("PayloadFormatVersion", "2.0")
                            .containsEntry("ApiId", "Api");
                default -> throw new AssertionError("an event source that no test knows: " + event);
            }
        });
    }

    @Test
    void noRoleHasAWildcard() {
        TEMPLATE.resources("AWS::IAM::Role")
                .forEach((name, role) -> statements(role).forEach(statement -> {
                    assertThat(texts(statement.getOrDefault("Action", "")))
                            .as(name)
                            .noneMatch(action -> action.contains("*"));
                    assertThat(texts(statement.getOrDefault("Resource", "")))
                            .as("%s %s", name, statement.get("Sid"))
                            .allMatch(
                                    resource -> resource.startsWith("arn:") && !resource.startsWith("arn:aws:s3:::*"));
                }));
    }

    @Test
    void eachRoleMayDoWhatItsFunctionDoesAndNoMore() {
        assertThat(reach("InspectRole", "dataset"))
                .containsExactlyInAnyOrder(
                        "s3:ListBucket",
                        "s3:ListBucketVersions",
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:GetObjectVersionTagging");
        assertThat(reach("InspectRole", "quarantine")).isEmpty();
        assertThat(reach("DecideRole", "dataset")).isEmpty();
        assertThat(reach("DecideRole", "quarantine")).isEmpty();
        assertThat(reach("BacklogRole", "dataset")).isEmpty();
        assertThat(reach("ApiRole", "dataset")).containsExactlyInAnyOrder("s3:PutObject", "s3:ListBucketVersions");
        assertThat(reach("ApiRole", "quarantine")).containsExactly("s3:ListBucketVersions");
        assertThat(rolesThatMay("s3:DeleteObjectVersion")).containsExactlyInAnyOrder("PlaceRole", "RescanRole");
        assertThat(rolesThatMay("s3:PutObjectVersionTagging")).containsExactlyInAnyOrder("PlaceRole", "RescanRole");
        assertThat(rolesThatMay("s3:DeleteObject")).isEmpty();
        assertThat(rolesThatMay("dynamodb:DeleteItem"))
                .as("the ledger forgets nothing")
                .isEmpty();
        assertThat(rolesThatMay("events:PutEvents")).containsExactlyInAnyOrder("PlaceRole", "RescanRole");
    }

    @Test
    void theTableIsTheOneThatTheLedgerReads() {
        CreateTableRequest wanted = LedgerTable.request("ledger");
        Map<String, Object> table = TEMPLATE.resources("AWS::DynamoDB::Table").getOrDefault("LedgerTable", Map.of());

        assertThat(table.get("BillingMode")).isEqualTo(wanted.billingModeAsString());
        assertThat(items(table.getOrDefault("AttributeDefinitions", List.of())))
                .isEqualTo(wanted.attributeDefinitions().stream()
                        .map(attribute -> Map.of(
                                "AttributeName", attribute.attributeName(),
                                "AttributeType", attribute.attributeTypeAsString()))
                        .toList());
        assertThat(items(table.getOrDefault("KeySchema", List.of()))).isEqualTo(keys(wanted.keySchema()));
        assertThat(items(table.getOrDefault("GlobalSecondaryIndexes", List.of())))
                .isEqualTo(wanted.globalSecondaryIndexes().stream()
                        .map(index -> Map.of(
                                "IndexName", index.indexName(),
                                "KeySchema", keys(index.keySchema()),
                                "Projection",
                                        Map.of(
                                                "ProjectionType",
                                                index.projection().projectionTypeAsString())))
                        .toList());
        assertThat(mapping(table.getOrDefault("StreamSpecification", Map.of())))
                .isEqualTo(Map.of("StreamViewType", wanted.streamSpecification().streamViewTypeAsString()));
        assertThat(table).containsEntry("DeletionProtectionEnabled", "true");
    }

    @Test
    void everyBucketKeepsVersionsAndStaysWhenTheStackGoes() {
        assertThat(TEMPLATE.resources("AWS::S3::Bucket")).hasSize(3).allSatisfy((name, bucket) -> {
            assertThat(bucket).containsKeys("BucketEncryption", "PublicAccessBlockConfiguration", "OwnershipControls");
            assertThat(bucket.get("VersioningConfiguration")).isEqualTo(Map.of("Status", "Enabled"));
            assertThat(mapping(TEMPLATE.at("Resources", name)))
                    .containsEntry("DeletionPolicy", "Retain")
                    .containsEntry("UpdateReplacePolicy", "Retain");
        });
    }

    @Test
    void nobodyAsksWithoutATokenOrWithoutEnd() {
        Map<String, Object> api = TEMPLATE.resources("AWS::Serverless::HttpApi").getOrDefault("Api", Map.of());

        assertThat(mapping(find(api, "Auth").orElseThrow())).containsEntry("DefaultAuthorizer", "Tokens");
        assertThat(mapping(find(api, "DefaultRouteSettings").orElseThrow()))
                .containsKeys("ThrottlingRateLimit", "ThrottlingBurstLimit");
        assertThat(functions().stream()
                        .flatMap(function ->
                                mapping(function.getValue().getOrDefault("Events", Map.of())).values().stream())
                        .map(event -> mapping(mapping(event).getOrDefault("Properties", Map.of())))
                        .filter(properties -> properties.containsKey("Auth"))
                        .map(properties -> properties.getOrDefault("Path", "")))
                .as("what needs no token says nothing of anybody")
                .isEqualTo(List.of("/", "/console/{proxy+}"));
    }

    private static List<String> answersInParts() {
        return List.of("ReportBatchItemFailures");
    }

    private static List<Map<String, String>> keys(List<KeySchemaElement> schema) {
        return schema.stream()
                .map(key -> Map.of("AttributeName", key.attributeName(), "KeyType", key.keyTypeAsString()))
                .toList();
    }

    private static String text(Map.Entry<String, Map<String, Object>> resource, String property) {
        return String.valueOf(resource.getValue().get(property));
    }

    /// What the alarms on a metric watch.
    private static List<String> alarms(String metric) {
        List<String> watched = new ArrayList<>();
        TEMPLATE.resources("AWS::CloudWatch::Alarm").values().stream()
                .filter(alarm -> metric.equals(alarm.get("MetricName")))
                .forEach(alarm -> items(alarm.getOrDefault("Dimensions", List.of()))
                        .forEach(dimension ->
                                watched.add(String.valueOf(mapping(dimension).get("Value")))));
        return watched;
    }

    private static Set<String> reach(String role, String bucket) {
        return statements(TEMPLATE.resources("AWS::IAM::Role").getOrDefault(role, Map.of())).stream()
                .filter(statement -> texts(statement.getOrDefault("Resource", "")).stream()
                        .anyMatch(resource -> resource.startsWith(Template.bucket(bucket))))
                .flatMap(statement -> texts(statement.getOrDefault("Action", "")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rolesThatMay(String action) {
        return TEMPLATE.resources("AWS::IAM::Role").entrySet().stream()
                .filter(role -> statements(role.getValue()).stream()
                        .anyMatch(statement ->
                                texts(statement.getOrDefault("Action", "")).contains(action)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
