package org.provgate.core.rule.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;
import static org.provgate.core.testkit.PolicyDraft.policy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class LicenseForbiddenTest {

    static final List<Arguments> cases = List.of(
            argumentSet("nothing is forbidden", Submission.with(manifest().license("CC-BY-NC-4.0")), List.of()),
            argumentSet(
                    "another licence",
                    Submission.with(manifest()).under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of()),
            argumentSet(
                    "forbidden",
                    Submission.with(manifest().license("cc-by-nc-sa-4.0"))
                            .under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The dataset is under CC-BY-NC-SA-4.0, which the policy does not take")),
            argumentSet(
                    "one of two that both hold",
                    Submission.with(manifest().license("MIT AND CC-BY-ND-4.0"))
                            .under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of(
                            "dataset:Harbour phrasebook | /dataset/license | The dataset is under CC-BY-ND-4.0, which the policy does not take")),
            argumentSet(
                    "one of two to choose from",
                    Submission.with(manifest().license("MIT OR CC-BY-ND-4.0"))
                            .under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of()),
            argumentSet(
                    "a file of its own",
                    Submission.with(manifest().files(file("data/train.jsonl").license("CC-BY-NC-4.0")))
                            .under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of(
                            "file:data/train.jsonl | /files/0/license | The file data/train.jsonl is under CC-BY-NC-4.0, which the policy does not take")),
            argumentSet(
                    "a source is judged by its compatibility",
                    Submission.with(manifest()
                                    .sources(SourceDraft.own("writers").license("CC-BY-NC-4.0")))
                            .under(policy().forbidsLicenses("CC-BY-NC-*", "CC-BY-ND-*")),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void keepsOutWhatThePolicyNames(Submission submission, List<String> expected) {
        assertThat(Told.by(new LicenseForbidden(), submission)).containsExactlyElementsOf(expected);
    }
}
