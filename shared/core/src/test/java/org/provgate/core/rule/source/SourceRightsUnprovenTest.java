package org.provgate.core.rule.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.Digests;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class SourceRightsUnprovenTest {

    static final List<Arguments> cases = List.of(
            argumentSet("own work", Submission.with(manifest()), List.of()),
            argumentSet(
                    "a licence",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0"))),
                    List.of()),
            argumentSet(
                    "a licence that is none",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "NONE"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream rests on a licence, but the licence is NONE | State the licence, or another rightsBasis if the right rests on something else.")),
            argumentSet(
                    "a licence that is not known",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "NOASSERTION"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream rests on a licence, but the licence is NOASSERTION | State the licence, or another rightsBasis if the right rests on something else.")),
            argumentSet(
                    "consent without evidence",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").rightsBasis("consent"))),
                    List.of(
                            "source:writers | /sources/0/rightsBasis | The source writers rests on consent, but no evidence of it is given")),
            argumentSet(
                    "consent with evidence",
                    Submission.with(manifest()
                                    .sources(SourceDraft.own("writers")
                                            .rightsBasis("consent")
                                            .evidence(
                                                    "evidence/form.pdf",
                                                    Digests.of("evidence/form.pdf")
                                                            .hex())))
                            .stores("data/train.jsonl", "evidence/form.pdf"),
                    List.of()),
            argumentSet(
                    "evidence elsewhere is for a person",
                    Submission.with(manifest()
                            .sources(SourceDraft.own("writers")
                                    .rightsBasis("contract")
                                    .evidence("urn:contract:17", ""))),
                    List.of()),
            argumentSet(
                    "evidence without a digest lies there all the same",
                    Submission.with(manifest()
                                    .sources(SourceDraft.own("writers")
                                            .rightsBasis("consent")
                                            .evidence("evidence/form.pdf", "")))
                            .stores("data/train.jsonl", "evidence/form.pdf"),
                    List.of()),
            argumentSet(
                    "evidence that is not there",
                    Submission.with(manifest()
                            .sources(SourceDraft.own("writers")
                                    .rightsBasis("consent")
                                    .evidence("evidence/form.pdf", ""))),
                    List.of(
                            "source:writers | /sources/0/rightsEvidence/0/path | The evidence for the source writers cannot be relied on: evidence/form.pdf is not in the submission")),
            argumentSet(
                    "other evidence",
                    Submission.with(
                                    manifest()
                                            .sources(
                                                    SourceDraft.own("writers")
                                                            .rightsBasis("consent")
                                                            .evidence(
                                                                    "evidence/form.pdf",
                                                                    "0000000000000000000000000000000000000000000000000000000000000000")))
                            .stores("data/train.jsonl", "evidence/form.pdf"),
                    List.of(
                            "source:writers | /sources/0/rightsEvidence/0/path | The evidence for the source writers cannot be relied on: evidence/form.pdf has another digest than the manifest says")));

    @ParameterizedTest
    @FieldSource("cases")
    void wantsClaimsShown(Submission submission, List<String> expected) {
        assertThat(Told.by(new SourceRightsUnproven(), submission)).containsExactlyElementsOf(expected);
    }
}
