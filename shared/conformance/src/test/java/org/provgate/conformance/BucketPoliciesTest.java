package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.provgate.conformance.BucketPolicy.Request;

/// Nobody reads what is not accepted, and nobody but the gate says what is: every way that is known, tried.
class BucketPoliciesTest {

    private static final Template TEMPLATE = Template.of(Repository.here());

    private static final String CONTRIBUTOR = "arn:aws:iam::111122223333:role/contributor";
    private static final String OPERATOR = "arn:aws:iam::111122223333:role/ops/operator-grace";
    private static final String INSPECT = Template.role("InspectRole");
    private static final String DECIDE = Template.role("DecideRole");
    private static final String API = Template.role("ApiRole");
    private static final String PLACE = Template.role("PlaceRole");
    private static final String RESCAN = Template.role("RescanRole");
    private static final List<String> MOVERS = List.of(PLACE, RESCAN);

    /// A caller without a role: anonymous, or a service of AWS.
    private static final String NOBODY = "";

    private static final List<String> STRANGERS = List.of(
            CONTRIBUTOR,
            "arn:aws:iam::111122223333:user/reader",
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::999999999999:role/PlaceRole",
            "arn:aws:iam::111122223333:role/PlaceRole2",
            "arn:aws:iam::111122223333:role/other/operator-grace",
            NOBODY);

    private static final List<String> READS =
            List.of("GetObject", "GetObjectVersion", "GetObjectAttributes", "GetObjectVersionAttributes");
    private static final List<String> TAG_WRITES = List.of("PutObject", "PutObjectTagging", "PutObjectVersionTagging");

    /// Tags a version may have that do not let anybody in.
    private static final List<Map<String, String>> CLOSED = List.of(
            Map.of(),
            Map.of("s3:existingobjecttag/provenance", "quarantined"),
            Map.of("s3:existingobjecttag/provenance", "Accepted"),
            Map.of("s3:existingobjecttag/provenance", ""),
            Map.of("s3:existingobjecttag/provenance-move", "accepted"));

    private final BucketPolicy dataset = policy("DatasetBucketPolicy");
    private final BucketPolicy quarantine = policy("QuarantineBucketPolicy");
    private final BucketPolicy report = policy("ReportBucketPolicy");

    @Test
    void nobodyReadsWhatIsNotAccepted() {
        for (String stranger :
                Stream.concat(STRANGERS.stream(), Stream.of(DECIDE, API)).toList()) {
            for (String read : READS) {
                for (Map<String, String> tags : CLOSED) {
                    assertThat(dataset.denials(request(stranger, read, "dataset", "ada/tides/r1/a", tags)))
                            .as("%s %s %s", stranger, read, tags)
                            .contains("NobodyReadsWhatIsNotAccepted");
                }
            }
        }
    }

    @Test
    void everybodyMayReadWhatIsAccepted() {
        Map<String, String> accepted = Map.of("s3:existingobjecttag/provenance", "accepted");
        for (String stranger : STRANGERS) {
            for (String read : READS) {
                assertThat(dataset.denials(request(stranger, read, "dataset", "ada/tides/r1/a", accepted)))
                        .as("%s %s", stranger, read)
                        .isEmpty();
            }
        }
    }

    @Test
    void theGateAndOperatorsReadEverything() {
        for (String reader : List.of(INSPECT, PLACE, RESCAN, OPERATOR)) {
            for (String read : READS) {
                assertThat(dataset.denials(request(reader, read, "dataset", "ada/tides/r1/a", Map.of())))
                        .as("%s %s", reader, read)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provenance",
                "Provenance",
                "PROVENANCE",
                "pRoVeNaNcE",
                "provenance-move",
                "Provenance-Move",
                "pROVENANCE-mOVE",
                "provenance-note",
                "Provenance:x",
                "PROVENANCE "
            })
    void aReservedTagIsSetByNobodyElse(String key) {
        for (String stranger : Stream.concat(STRANGERS.stream(), Stream.of(OPERATOR, INSPECT, DECIDE, API))
                .toList()) {
            for (String write : TAG_WRITES) {
                assertThat(dataset.denials(tagging(stranger, write, List.of("colour", key))))
                        .as("%s %s", stranger, write)
                        .isNotEmpty();
            }
        }
        for (String mover : MOVERS) {
            for (String write : TAG_WRITES) {
                assertThat(dataset.denials(tagging(mover, write, List.of(key)))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "my-provenance", "prov", "xprovenance"})
    void otherTagsAreTheContributors(String key) {
        for (String write : TAG_WRITES) {
            assertThat(dataset.denials(tagging(CONTRIBUTOR, write, List.of(key))))
                    .as(write)
                    .isEmpty();
        }
    }

    @Test
    void aPlainUploadAndAPlainDeleteAreTheContributors() {
        for (String action : List.of("PutObject", "DeleteObject", "AbortMultipartUpload", "ListMultipartUploadParts")) {
            assertThat(dataset.denials(request(CONTRIBUTOR, action, "dataset", "ada/tides/r1/a", Map.of())))
                    .as(action)
                    .isEmpty();
        }
    }

    @Test
    void tagsDoNotComeAlongWithACopy() {
        Map<String, String> copy = Map.of("s3:x-amz-copy-source", "elsewhere/a");

        assertThat(dataset.denials(request(CONTRIBUTOR, "PutObject", "dataset", "ada/tides/r1/a", copy)))
                .containsExactly("OnlyTheGateCopiesIntoTheBucket");
        assertThat(dataset.denials(request(PLACE, "PutObject", "dataset", "ada/tides/r1/a", copy)))
                .isEmpty();
    }

    static Stream<String> whatOnlyTheGateTakesAway() {
        return Stream.of("DeleteObjectVersion", "DeleteObjectTagging", "DeleteObjectVersionTagging");
    }

    @ParameterizedTest
    @MethodSource("whatOnlyTheGateTakesAway")
    void aVersionIsTakenAwayByTheGateAlone(String action) {
        for (String other : Stream.concat(STRANGERS.stream(), Stream.of(OPERATOR, INSPECT, DECIDE, API))
                .toList()) {
            assertThat(dataset.denials(request(other, action, "dataset", "ada/tides/r1/a", Map.of())))
                    .as(other)
                    .isNotEmpty();
            assertThat(quarantine.denials(request(other, action, "quarantine", "ada/tides/r1/a", Map.of())))
                    .as(other)
                    .isNotEmpty();
        }
        for (String mover : MOVERS) {
            assertThat(dataset.denials(request(mover, action, "dataset", "ada/tides/r1/a", Map.of())))
                    .isEmpty();
        }
    }

    @Test
    void replicationBringsNothingIn() {
        for (String action : List.of("ReplicateObject", "ReplicateTags", "ReplicateDelete")) {
            for (String bucket : List.of("dataset", "quarantine", "report")) {
                assertThat(of(bucket).denials(request(CONTRIBUTOR, action, bucket, "ada/tides/r1/a", Map.of())))
                        .as("%s %s", bucket, action)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void quarantineIsForOperatorsEyesAndTheGatesHands() {
        for (String stranger : Stream.concat(STRANGERS.stream(), Stream.of(INSPECT, DECIDE, API))
                .toList()) {
            for (String read : READS) {
                assertThat(quarantine.denials(request(
                                stranger,
                                read,
                                "quarantine",
                                "ada/tides/r1/a",
                                Map.of("s3:existingobjecttag/provenance", "accepted"))))
                        .as("%s %s", stranger, read)
                        .isNotEmpty();
            }
        }
        assertThat(quarantine.denials(request(OPERATOR, "GetObject", "quarantine", "a", Map.of())))
                .isEmpty();
        assertThat(quarantine.denials(request(OPERATOR, "PutObject", "quarantine", "a", Map.of())))
                .isNotEmpty();
        assertThat(quarantine.denials(request(PLACE, "PutObject", "quarantine", "a", Map.of())))
                .isEmpty();
    }

    @Test
    void thePolicyIsWrittenByOperatorsAloneAndByTheApiForThem() {
        for (String other : Stream.concat(STRANGERS.stream(), Stream.of(INSPECT, DECIDE, PLACE, RESCAN, API))
                .toList()) {
            assertThat(report.denials(request(other, "DeleteObject", "report", "policy/policy.yaml", Map.of())))
                    .as(other)
                    .isNotEmpty();
            assertThat(report.denials(request(other, "PutObject", "report", "policy/policy.yaml", Map.of()))
                            .isEmpty())
                    .as(other)
                    .isEqualTo(other.equals(API));
        }
        assertThat(report.denials(request(OPERATOR, "PutObject", "report", "policy/policy.yaml", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/ada/tides/r1/1.json", "texts/ada/tides/r1/x.gz", "verdicts/ada/tides/r1/1.gz"})
    void reportsAreWrittenByTheGateAloneAndNeverTakenBack(String key) {
        for (String other :
                Stream.concat(STRANGERS.stream(), Stream.of(OPERATOR)).toList()) {
            assertThat(report.denials(request(other, "PutObject", "report", key, Map.of())))
                    .as(other)
                    .isNotEmpty();
        }
        for (String anybody : List.of(CONTRIBUTOR, OPERATOR, PLACE, NOBODY)) {
            assertThat(report.denials(request(anybody, "DeleteObject", "report", key, Map.of())))
                    .isNotEmpty();
            assertThat(report.denials(request(anybody, "DeleteObjectVersion", "report", key, Map.of())))
                    .isNotEmpty();
        }
        assertThat(report.denials(request(PLACE, "PutObject", "report", key, Map.of())))
                .isEmpty();
        assertThat(report.denials(request(CONTRIBUTOR, "GetObject", "report", key, Map.of())))
                .isNotEmpty();
        assertThat(report.denials(request(OPERATOR, "GetObject", "report", key, Map.of())))
                .isEmpty();
    }

    @Test
    void nothingGoesWithoutTls() {
        for (String bucket : List.of("dataset", "quarantine", "report")) {
            for (String anybody : List.of(CONTRIBUTOR, OPERATOR, PLACE)) {
                Map<String, String> plain = Map.of("aws:securetransport", "false");
                assertThat(of(bucket).denials(request(anybody, "ListBucket", bucket, "", plain)))
                        .containsExactly("OnlyOverTls");
                assertThat(of(bucket).denials(request(anybody, "GetObject", bucket, "a", plain)))
                        .contains("OnlyOverTls");
            }
        }
    }

    private BucketPolicy of(String bucket) {
        return switch (bucket) {
            case "dataset" -> dataset;
            case "quarantine" -> quarantine;
            default -> report;
        };
    }

    private static BucketPolicy policy(String name) {
        return new BucketPolicy(Template.statementsOf(
                TEMPLATE.resources("AWS::S3::BucketPolicy").getOrDefault(name, Map.of())));
    }

    private static Request tagging(String principal, String action, List<String> keys) {
        Request plain = request(principal, action, "dataset", "ada/tides/r1/a", Map.of());
        Map<String, List<String>> context = new HashMap<>(plain.context());
        context.put("s3:requestobjecttagkeys", keys);
        return new Request(plain.action(), plain.resource(), context);
    }

    private static Request request(
            String principal, String action, String bucket, String key, Map<String, String> context) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("aws:securetransport", List.of("true"));
        context.forEach((name, value) -> values.put(name, List.of(value)));
        if (!principal.equals(NOBODY)) {
            values.put("aws:principalarn", List.of(principal));
        }
        String resource = key.isEmpty() ? Template.bucket(bucket) : Template.bucket(bucket) + "/" + key;
        return new Request("s3:" + action, resource, values);
    }
}
