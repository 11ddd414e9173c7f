package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.provgate.conformance.Template.mapping;
import static org.provgate.conformance.Template.texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The stack in front of a bucket that was there before it.
class ExistingBucketTest {

    private static final Repository REPOSITORY = Repository.here();

    private static final Template OWN = Template.of(REPOSITORY);
    private static final Template THERE = Template.of(REPOSITORY, Map.of("ExistingDatasetBucket", "old-hub"));
    private static final Template OPEN =
            Template.of(REPOSITORY, Map.of("ExistingDatasetBucket", "old-hub", "ReadDenial", "off"));

    @Test
    void itIsNotMadeAgain() {
        assertThat(THERE.resources("AWS::S3::Bucket")).containsOnlyKeys("QuarantineBucket", "ReportBucket");
        assertThat(OWN.resources("AWS::S3::Bucket")).containsKey("DatasetBucket");
    }

    @Test
    void itIsTheOneThatEverythingSpeaksOf() {
        assertThat(policy(THERE)).containsEntry("Bucket", "old-hub");
        assertThat(mapping(THERE.at("Globals", "Function", "Environment", "Variables")))
                .containsEntry("PROVGATE_DATASET_BUCKET", "old-hub");
        assertThat(Template.statementsOf(policy(THERE)))
                .allSatisfy(statement -> assertThat(texts(statement.getOrDefault("Resource", "")))
                        .allMatch(resource ->
                                resource.equals("arn:aws:s3:::old-hub") || resource.equals("arn:aws:s3:::old-hub/*")));
        assertThat(String.valueOf(THERE.at("Resources"))).doesNotContain(Template.bucket("dataset") + "/");
        assertThat(String.valueOf(THERE.resources("AWS::SQS::QueuePolicy").get("NoticeQueuePolicy")))
                .contains("arn:aws:s3:::old-hub");
    }

    @Test
    void whileItsObjectsAreTakenInNothingButReadingIsOpen() {
        Set<String> open = sids(OPEN);
        Set<String> closed = sids(THERE);

        assertThat(closed).containsAll(open);
        closed.removeAll(open);
        assertThat(closed).containsExactly("NobodyReadsWhatIsNotAccepted");
    }

    @Test
    void readingIsClosedUnlessSomebodySaysOtherwise() {
        assertThat(sids(OWN)).contains("NobodyReadsWhatIsNotAccepted");
        assertThat(sids(THERE)).isEqualTo(sids(OWN));
    }

    @Test
    void reportsAreLockedWhereThatIsAskedFor() {
        Template locked = Template.of(REPOSITORY, Map.of("ReportLockDays", "365"));

        assertThat(reports(OWN)).doesNotContainKeys("ObjectLockEnabled", "ObjectLockConfiguration");
        assertThat(reports(locked)).containsEntry("ObjectLockEnabled", "true");
        assertThat(String.valueOf(reports(locked).get("ObjectLockConfiguration")))
                .contains("COMPLIANCE", "365");
    }

    @Test
    void nobodyIsToldWhereNobodyIsNamed() {
        Template plain = Template.of(
                REPOSITORY, Map.of("WebhookAddress", "", "AlarmEmail", "", "NewsEmail", "", "TokenIssuer", ""));

        assertThat(plain.resources("AWS::Events::ApiDestination")).isEmpty();
        assertThat(plain.resources("AWS::SNS::Subscription")).isEmpty();
        assertThat(plain.resources("AWS::Serverless::HttpApi")).isEmpty();
        assertThat(plain.resources("AWS::Events::Rule")).containsOnlyKeys("NewsRule");
        assertThat(OWN.resources("AWS::Events::Rule")).containsOnlyKeys("NewsRule", "WebhookRule");
    }

    private static Map<String, Object> policy(Template template) {
        return template.resources("AWS::S3::BucketPolicy").getOrDefault("DatasetBucketPolicy", Map.of());
    }

    private static Map<String, Object> reports(Template template) {
        return template.resources("AWS::S3::Bucket").getOrDefault("ReportBucket", Map.of());
    }

    private static Set<String> sids(Template template) {
        List<Map<String, Object>> statements = Template.statementsOf(policy(template));
        return statements.stream()
                .map(statement -> String.valueOf(statement.get("Sid")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
