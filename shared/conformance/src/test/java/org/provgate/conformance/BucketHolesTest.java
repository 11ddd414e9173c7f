package org.provgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.provgate.conformance.BucketPolicy.Request;

/// Ways round the gate that somebody with every permission of their own would try. `docs/threat-model.md` tells of
/// them.
class BucketHolesTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Template TEMPLATE = Template.of(REPOSITORY);

    /// S3 takes no longer policy.
    private static final int LONGEST_POLICY = 20_480;

    private static final List<String> MOVERS = List.of(Template.role("PlaceRole"), Template.role("RescanRole"));

    private static final List<String> OTHERS = List.of(
            "arn:aws:iam::111122223333:role/contributor",
            "arn:aws:iam::111122223333:role/ops/operator-grace",
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::999999999999:role/PlaceRole",
            Template.role("InspectRole"),
            Template.role("DecideRole"),
            Template.role("ApiRole"));

    private static final String OBJECT = "/ada/tides/r1/a.jsonl";
    private static final String ENCRYPTION = "s3:x-amz-server-side-encryption";
    private static final String CUSTOMER_KEY = "s3:x-amz-server-side-encryption-customer-algorithm";
    private static final String CLASS = "s3:x-amz-storage-class";

    static Stream<Arguments> whatNobodyButAMoverDoes() {
        return Stream.of(
                argumentSet(
                        "tags of an accepted version are replaced, and the gate's word with them",
                        "s3:PutObjectTagging",
                        dataset(OBJECT),
                        Map.of("s3:ExistingObjectTag/provenance", "accepted"),
                        "WhatTheGateTaggedKeepsItsTags"),
                argumentSet(
                        "the same by version",
                        "s3:PutObjectVersionTagging",
                        dataset(OBJECT),
                        Map.of("s3:ExistingObjectTag/provenance", "accepted"),
                        "WhatTheGateTaggedKeepsItsTags"),
                argumentSet(
                        "the word that keeps readers out is taken off",
                        "s3:PutObjectVersionTagging",
                        dataset(OBJECT),
                        Map.of("s3:ExistingObjectTag/provenance", "quarantined"),
                        "WhatTheGateTaggedKeepsItsTags"),
                argumentSet(
                        "the mark of a move is taken off, and the copy is never found again",
                        "s3:PutObjectVersionTagging",
                        dataset(OBJECT),
                        Map.of("s3:ExistingObjectTag/provenance-move", "0123"),
                        "WhatTheGateMovesKeepsItsTags"),
                argumentSet(
                        "all tags are deleted",
                        "s3:DeleteObjectVersionTagging",
                        dataset(OBJECT),
                        Map.of("s3:ExistingObjectTag/provenance", "accepted"),
                        "OnlyTheGateDeletesVersions"),
                argumentSet(
                        "the id of a copy that the gate has begun is looked up, to finish it with other parts",
                        "s3:ListBucketMultipartUploads",
                        dataset(""),
                        Map.of(),
                        "NobodySeesWhatTheGateIsCopying"),
                argumentSet(
                        "a copy brings an accepted tag along",
                        "s3:PutObject",
                        dataset(OBJECT),
                        Map.of("s3:x-amz-copy-source", "dataset/ada/tides/r0/a.jsonl"),
                        "OnlyTheGateCopiesIntoTheBucket"),
                argumentSet(
                        "a copy into quarantine is ended half-way",
                        "s3:AbortMultipartUpload",
                        Template.bucket("quarantine") + OBJECT,
                        Map.of(),
                        "OnlyTheGateWrites"),
                argumentSet(
                        "something is planted in quarantine, to come back accepted",
                        "s3:PutObject",
                        Template.bucket("quarantine") + OBJECT,
                        Map.of(),
                        "OnlyTheGateWrites"));
    }

    @ParameterizedTest
    @MethodSource("whatNobodyButAMoverDoes")
    void onlyAMoverMay(String action, String resource, Map<String, String> context, String statement) {
        for (String other : OTHERS) {
            assertThat(denials(other, action, resource, context)).as(other).contains(statement);
        }
        for (String mover : MOVERS) {
            assertThat(denials(mover, action, resource, context)).as(mover).isEmpty();
        }
    }

    static Stream<Arguments> whatNobodyDoes() {
        return Stream.of(
                argumentSet("a key of one's own", "s3:PutObject", Map.of(CUSTOMER_KEY, "AES256"), "NobodyBringsAKey"),
                argumentSet("a key of KMS", "s3:PutObject", Map.of(ENCRYPTION, "aws:kms"), "NobodyChoosesAKey"),
                argumentSet("two keys of KMS", "s3:PutObject", Map.of(ENCRYPTION, "aws:kms:dsse"), "NobodyChoosesAKey"),
                argumentSet("a key afterwards", "s3:UpdateObjectEncryption", Map.of(), "NobodyChangesAKey"),
                argumentSet("an archive", "s3:PutObject", Map.of(CLASS, "GLACIER"), "NobodyUploadsIntoAnArchive"),
                argumentSet("a deep one", "s3:PutObject", Map.of(CLASS, "DEEP_ARCHIVE"), "NobodyUploadsIntoAnArchive"),
                argumentSet("a class to come", "s3:PutObject", Map.of(CLASS, "NEW"), "NobodyUploadsIntoAnArchive"));
    }

    @ParameterizedTest
    @MethodSource("whatNobodyDoes")
    void nothingIsMadeUnreadableForTheGate(String action, Map<String, String> context, String statement) {
        for (String anybody : Stream.concat(OTHERS.stream(), MOVERS.stream()).toList()) {
            assertThat(denials(anybody, action, dataset(OBJECT), context))
                    .as(anybody)
                    .contains(statement);
            assertThat(denials(anybody, action, Template.bucket("report") + "/policy/policy.yaml", context))
                    .as(anybody)
                    .contains(statement);
        }
    }

    @Test
    void anOrdinaryUploadMaySayWhatItIsAnyway() {
        for (Map<String, String> context : List.of(
                Map.<String, String>of(),
                Map.of(ENCRYPTION, "AES256"),
                Map.of(CLASS, "STANDARD"),
                Map.of(CLASS, "INTELLIGENT_TIERING"))) {
            assertThat(denials(OTHERS.getFirst(), "s3:PutObject", dataset(OBJECT), context))
                    .as("%s", context)
                    .isEmpty();
        }
        assertThat(denials(OTHERS.getFirst(), "s3:PutObjectTagging", dataset(OBJECT), Map.of()))
                .as("tags of a version that the gate has said nothing of")
                .isEmpty();
    }

    @Test
    void noRetentionIsLiftedAndNoVersionOfAReportGoes() {
        for (String anybody : Stream.concat(OTHERS.stream(), MOVERS.stream()).toList()) {
            for (String action : List.of("s3:BypassGovernanceRetention", "s3:DeleteObjectVersion")) {
                assertThat(denials(anybody, action, Template.bucket("report") + "/verdicts/a", Map.of()))
                        .as("%s %s", anybody, action)
                        .contains("NothingThatWasWrittenIsTakenBack");
            }
        }
    }

    @Test
    void aMoverCannotBeMadeByItsName() {
        assertThat(denials(
                        "arn:aws:iam::111122223333:role/path/PlaceRole",
                        "s3:DeleteObjectVersion",
                        dataset(OBJECT),
                        Map.of()))
                .isNotEmpty();
    }

    @Test
    void everyPolicyFitsIntoS3() {
        TEMPLATE.resources("AWS::S3::BucketPolicy")
                .forEach((name, policy) -> assertThat(written(policy.getOrDefault("PolicyDocument", Map.of()))
                                .length())
                        .as(name)
                        // Half of it is left for longer names and more operators.
                        .isLessThan(LONGEST_POLICY / 2));
    }

    private static List<String> denials(String principal, String action, String resource, Map<String, String> context) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("aws:securetransport", List.of("true"));
        values.put("aws:principalarn", List.of(principal));
        context.forEach((key, value) -> values.put(key.toLowerCase(Locale.ROOT), List.of(value)));
        List<String> denials = new ArrayList<>();
        TEMPLATE.resources("AWS::S3::BucketPolicy")
                .values()
                .forEach(policy -> denials.addAll(new BucketPolicy(Template.statementsOf(policy))
                        .denials(new Request(action, resource, values))));
        return denials;
    }

    private static String dataset(String path) {
        return Template.bucket("dataset") + path;
    }

    /// As JSON without blanks, which is what S3 measures.
    private static String written(Object value) {
        return switch (value) {
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .map(member -> written(member.getKey()) + ":" + written(member.getValue()))
                        .toList()
                        .toString()
                        .replace(", ", ",");
            case List<?> items ->
                items.stream().map(BucketHolesTest::written).toList().toString().replace(", ", ",");
            default -> "\"" + value + "\"";
        };
    }
}
