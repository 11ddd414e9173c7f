package org.provgate.core.rule.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.provgate.core.testkit.EntryDraft.file;
import static org.provgate.core.testkit.ManifestDraft.manifest;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.provgate.core.testkit.SourceDraft;
import org.provgate.core.testkit.Submission;
import org.provgate.core.testkit.Told;

class LicenseIncompatibleTest {

    static final List<Arguments> cases = List.of(
            argumentSet(
                    "credit for credit",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0"))),
                    List.of()),
            argumentSet(
                    "a gift",
                    Submission.with(manifest()
                            .license("CC-BY-4.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC0-1.0"))),
                    List.of()),
            argumentSet(
                    "share-alike under a licence that is not",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-SA-4.0, but the dataset under CC-BY-4.0: adaptations stay under the same licence or one that it names as its equal")),
            argumentSet(
                    "share-alike under the same",
                    Submission.with(manifest()
                            .license("CC-BY-SA-4.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0"))),
                    List.of()),
            argumentSet(
                    "share-alike under a later one",
                    Submission.with(manifest()
                            .license("CC-BY-SA-4.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-3.0"))),
                    List.of()),
            argumentSet(
                    "share-alike under an earlier one",
                    Submission.with(manifest()
                            .license("CC-BY-SA-3.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-SA-4.0, but the dataset under CC-BY-SA-3.0: adaptations stay under the same licence or one that it names as its equal")),
            argumentSet(
                    "share-alike beside terms of its own",
                    Submission.with(manifest()
                            .license("CC-BY-SA-4.0 AND LicenseRef-Own")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0"))),
                    List.of()),
            argumentSet(
                    "share-alike under terms nobody has read",
                    Submission.with(manifest()
                            .license("LicenseRef-Own")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "ODbL-1.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under ODbL-1.0, but the dataset under LicenseRef-Own: a database made of it stays under the same licence | usually warning")),
            argumentSet(
                    "non-commercial under one that is not",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-NC-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-NC-4.0, but the dataset under CC-BY-4.0: it allows no commercial use")),
            argumentSet(
                    "non-commercial under another that is",
                    Submission.with(manifest()
                            .license("CC-BY-NC-SA-4.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-NC-4.0"))),
                    List.of()),
            argumentSet(
                    "copies only",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-ND-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-ND-4.0, but the dataset under CC-BY-4.0: it allows copies only, no adaptations")),
            argumentSet(
                    "credit dropped",
                    Submission.with(manifest()
                            .license("CC0-1.0")
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-4.0, but the dataset under CC0-1.0: it asks for credit, which nobody is told of | usually warning")),
            argumentSet(
                    "the better of two",
                    Submission.with(
                            manifest().sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0 OR MIT"))),
                    List.of()),
            argumentSet(
                    "both of two",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0 AND CC-BY-NC-4.0"))),
                    List.of(
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-SA-4.0, but the dataset under CC-BY-4.0: adaptations stay under the same licence or one that it names as its equal",
                            "source:upstream | /sources/0/license | The source upstream is under CC-BY-NC-4.0, but the dataset under CC-BY-4.0: it allows no commercial use")),
            argumentSet(
                    "one's own work",
                    Submission.with(
                            manifest().sources(SourceDraft.own("writers").license("CC-BY-SA-4.0"))),
                    List.of()),
            argumentSet(
                    "by contract",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-NC-4.0")
                                    .rightsBasis("contract"))),
                    List.of()),
            argumentSet(
                    "a file under a licence of its own",
                    Submission.with(manifest()
                            .sources(SourceDraft.dataset("upstream", "Upstream", "CC-BY-SA-4.0"))
                            .files(file("data/train.jsonl").sources("upstream").license("CC-BY-SA-4.0"))),
                    List.of()),
            argumentSet(
                    "not known, not judged",
                    Submission.with(manifest().sources(SourceDraft.dataset("upstream", "Upstream", "NOASSERTION"))),
                    List.of()));

    @ParameterizedTest
    @FieldSource("cases")
    void keepsWhatSourcesAskFor(Submission submission, List<String> expected) {
        assertThat(Told.by(new LicenseIncompatible(), submission)).containsExactlyElementsOf(expected);
    }
}
